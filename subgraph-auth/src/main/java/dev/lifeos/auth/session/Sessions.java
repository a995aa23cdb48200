package dev.lifeos.auth.session;

import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.key.AccessTokens;
import dev.lifeos.starter.access.Role;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts, renews and ends sessions. */
@Service
class Sessions {

  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final Duration SENT_TWICE = Duration.ofSeconds(10);
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
              writes.add(id, token, now, expiry);
              return id;
            }));
    return tokens(user, session, token, expiry);
  }

  SessionTokens refresh(RefreshToken used) {
    var renewed = Optional.ofNullable(transaction.execute(status -> rotate(used)));
    return renewed
        .flatMap(found -> found)
        .orElseThrow(() -> {
          writes.revokeIfReused(used, clock.instant(), SENT_TWICE);
          return InvalidInput.of(
              AuthErrorCode.INVALID_TOKEN, "Log in again.", "input", "refreshToken");
        });
  }

  void end(RefreshToken token) {
    writes.revoke(token, clock.instant());
  }

  private Optional<SessionTokens> rotate(RefreshToken used) {
    var now = clock.instant();
    return writes.use(used, now).flatMap(found -> successor(found, now));
  }

  private Optional<SessionTokens> successor(SessionWrites.Used used, Instant now) {
    var expiry = now.plus(LIFETIME);
    var token = RefreshToken.fresh();
    writes.add(used.session(), token, now, expiry);
    writes.prolong(used.session(), now, expiry);
    return people.find(used.account()).map(user -> tokens(user, used.session(), token, expiry));
  }

  private SessionTokens tokens(User user, UUID session, RefreshToken token, Instant expiry) {
    var scopes = new ArrayList<>(FIRST_PARTY);
    if (user.roles().contains(Role.ADMIN)) {
      scopes.add("admin");
    }
    var access = accessTokens.issue(user.id().toString(), session, scopes, user.roles());
    return new SessionTokens(access.value(), access.expiresAt(), token.value(), expiry);
  }
}
