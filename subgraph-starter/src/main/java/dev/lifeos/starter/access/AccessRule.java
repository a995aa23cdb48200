package dev.lifeos.starter.access;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import graphql.schema.GraphQLAppliedDirective;
import org.jspecify.annotations.Nullable;

/** What {@code @access} says of one element. */
record AccessRule(Audience to, @Nullable String scope) {

  static final String DIRECTIVE = "access";

  static AccessRule of(GraphQLAppliedDirective directive) {
    String to = directive.getArgument("to").getValue();
    String scope = directive.getArgument("scope").getValue();
    return new AccessRule(Audience.valueOf(to), scope);
  }

  /** Lets the caller through to {@code record}, or throws. */
  void admit(Caller caller, @Nullable Object record) {
    admit(caller);
    if (to == Audience.SELF && !owns(caller, record)) {
      throw new Fault(ErrorCode.FORBIDDEN, "This belongs to another person.");
    }
  }

  /** Lets the caller through as far as that can be said without a record, or throws. */
  void admit(Caller caller) {
    if (to == Audience.PUBLIC) {
      return;
    }
    if (!caller.signedIn()) {
      throw new Fault(ErrorCode.UNAUTHENTICATED, "Sign in first.");
    }
    if (scope != null && !caller.scopes().contains(scope)) {
      throw new Fault(ErrorCode.FORBIDDEN, "The token lacks the scope `" + scope + "`.");
    }
    if (!hasRole(caller)) {
      throw new Fault(ErrorCode.FORBIDDEN, "The token does not allow this.");
    }
  }

  boolean owns(Caller caller, @Nullable Object record) {
    if (caller.has(Role.SERVICE)) {
      return true;
    }
    return record instanceof Owned owned && caller.is(owned.ownerId());
  }

  private boolean hasRole(Caller caller) {
    return switch (to) {
      case PUBLIC, SELF -> true;
      case SIGNED_IN -> !caller.has(Role.SERVICE);
      case ADMIN -> caller.has(Role.ADMIN);
      case SERVICE -> caller.has(Role.SERVICE) || caller.has(Role.ADMIN);
    };
  }
}
