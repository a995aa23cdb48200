package dev.lifeos.auth.session;

import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.key.AccessTokens;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.access.Role;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts, renews and ends sessions. */
@Service
class Sessions {

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final Duration SENT_TWICE = Duration.ofSeconds(10);
  private static final int FIRST = 1;
  private static final List<String> FIRST_PARTY =
      List.of(
          "profile:read", "profile:write",
          "health:read", "health:write",
          "finance:read", "finance:write",
          "learning:read", "learning:write",
          "notification:read", "notification:write");

  private final SessionWrites writes;
  private final People people;
  private final AccessTokens accessTokens;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sessions(
      SessionWrites writes,
      People people,
      AccessTokens accessTokens,
      TransactionTemplate transaction,
      Clock clock) {
    this.writes = writes;
    this.people = people;
    this.accessTokens = accessTokens;
    this.transaction = transaction;
    this.clock = clock;
  }

  SessionTokens start(User user, Device device) {
    var now = clock.instant();
    var token = RefreshToken.fresh();
    var expiry = now.plus(LIFETIME);
    var session =
        Objects.requireNonNull(
            transaction.execute(status -> {
              var id = writes.start(user.id(), device, now, expiry);
              writes.add(id, FIRST, token, now, expiry);
              return id;
            }));
    return tokens(user, session, token, expiry);
  }

  SessionTokens refresh(RefreshToken used) {
    var renewed = transaction.execute(status -> rotate(used, status));
    if (renewed != null) {
      return renewed;
    }
    if (writes.revokeIfReused(used, clock.instant(), SENT_TWICE)) {
      LOG.warn("A refresh token was used twice: its session is ended");
    }
    throw InvalidInput.of(AuthErrorCode.INVALID_TOKEN, "Log in again.", "input", "refreshToken");
  }

  void end(RefreshToken token) {
    writes.revoke(token, clock.instant());
  }

  /** Ends the session of the caller's access token; again changes nothing. */
  void end(Caller caller) {
    if (caller.sessionId() == null) {
      throw InvalidInput.of(
          UserErrorCode.REQUIRED,
          "Send the refresh token, or the session's access token.",
          "input",
          "refreshToken");
    }
    writes.revoke(UUID.fromString(caller.sessionId()), caller.personId(), clock.instant());
  }

  /** Ends one of the person's sessions. */
  void end(UUID session, UUID person) {
    if (!writes.revoke(session, person, clock.instant())) {
      throw InvalidInput.of(
          UserErrorCode.NOT_FOUND, "There is no such session.", "input", "sessionId");
    }
  }

  private @Nullable SessionTokens rotate(RefreshToken used, TransactionStatus status) {
    var now = clock.instant();
    var successor = writes.use(used, now).flatMap(found -> successor(found, now));
    if (successor.isEmpty()) {
      status.setRollbackOnly();
    }
    return successor.orElse(null);
  }

  // Empty where somebody logs out at this very moment: ending wins.
  private Optional<SessionTokens> successor(SessionWrites.Used used, Instant now) {
    var expiry = now.plus(LIFETIME);
    if (!writes.prolong(used.session(), now, expiry)) {
      return Optional.empty();
    }
    var token = RefreshToken.fresh();
    writes.add(used.session(), used.generation() + 1, token, now, expiry);
    return people.find(used.account()).map(user -> tokens(user, used.session(), token, expiry));
  }

  private SessionTokens tokens(User user, UUID session, RefreshToken token, Instant expiry) {
    var scopes = new ArrayList<>(FIRST_PARTY);
    if (user.roles().contains(Role.ADMIN)) {
      scopes.add("admin");
    }
    var access =
        accessTokens.issue(user.id().toString(), session, scopes, user.roles(), user.timeZone());
    return new SessionTokens(
        access.value(), access.expiresAt(), token.value(), expiry, access.bearer());
  }
}
