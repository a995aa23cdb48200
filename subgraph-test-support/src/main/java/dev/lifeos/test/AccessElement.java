package dev.lifeos.test;

import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in a schema that carries {@code @access}, and the way to it.
 *
 * @param name its coordinate, e.g. {@code User.vitals}
 * @param start where the way begins: a root type, or an entity type
 * @param way the fields from there on, the last of which is the one; none for an entity type itself
 * @param rules what is said of the start and of each field on the way
 */
record AccessElement(String name, GraphQLObjectType start, List<Step> way, List<Rule> rules) {

  /**
   * A field on the way.
   *
   * @param of the type that has it
   */
  record Step(GraphQLObjectType of, GraphQLFieldDefinition field) {

    /** The type behind it. */
    String leadsTo() {
      return GraphQLTypeUtil.unwrapAll(field.getType()).getName();
    }
  }

  /** What {@code @access} says. */
  record Rule(String audience, @Nullable String scope) {

    static Optional<Rule> of(GraphQLDirectiveContainer element) {
      var directive = element.getAppliedDirective("access");
      return directive == null
          ? Optional.empty()
          : Optional.of(
              new Rule(
                  directive.getArgument("to").getValue(),
                  directive.getArgument("scope").getValue()));
    }

    boolean admits(Bearer bearer, boolean withScopes) {
      return bearer.passes(audience) && (withScopes || scope == null || audience.equals("PUBLIC"));
    }

    @Override
    public String toString() {
      return scope == null ? audience : audience + " " + scope;
    }
  }

  static AccessElement of(String name, GraphQLObjectType start, List<Step> way) {
    var rules =
        Stream.concat(
                Rule.of(start).stream(),
                way.stream().flatMap(step -> Rule.of(step.field()).stream()))
            .toList();
    return new AccessElement(name, start, way, rules);
  }

  /** The element's own rule. */
  Rule rule() {
    return rules.getLast();
  }

  /** Whether asking may change something. */
  boolean isMutation() {
    return start.getName().equals("Mutation");
  }

  boolean isSubscription() {
    return start.getName().equals("Subscription");
  }

  /** Whether it is a root field. */
  boolean isOfARoot() {
    return !isOfAnEntity() && way.size() == 1;
  }

  /** The fields that lead to what the element belongs to. */
  List<Step> wayToParent() {
    return way.isEmpty() ? way : way.subList(0, way.size() - 1);
  }

  boolean isOfAnEntity() {
    return !List.of("Query", "Mutation", "Subscription").contains(start.getName());
  }

  /** The scopes that a token needs for it. */
  List<String> scopes() {
    return rules.stream().map(Rule::scope).flatMap(Stream::ofNullable).distinct().toList();
  }

  /** Whose token is left without scopes to try it: of those who would get through. */
  Bearer suited() {
    return switch (rule().audience()) {
      case "ADMIN" -> Bearer.ADMIN;
      case "SERVICE" -> Bearer.SERVICE;
      default -> Bearer.RIGHT_PERSON;
    };
  }

  /** Whether that caller is to be let through. */
  boolean admits(Bearer bearer) {
    return switch (bearer) {
      case EXPIRED -> false;
      case WRONG_SCOPE -> rules.stream().allMatch(rule -> rule.admits(suited(), false));
      default -> rules.stream().allMatch(rule -> rule.admits(bearer, true));
    };
  }
}
