package dev.lifeos.auth.session;

import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.session.TokenFamilies.Used;
import dev.lifeos.starter.error.InvalidInput;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Renews sessions by their refresh tokens. */
@Service
class Renewals {

  private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);

  private final SessionWrites writes;
  private final TokenFamilies families;
  private final SessionTokenIssuer tokens;
  private final People people;
  private final LoginGates gates;
  private final SecurityLog log;
  private final TransactionTemplate transaction;

  Renewals(
      SessionWrites writes,
      TokenFamilies families,
      SessionTokenIssuer tokens,
      People people,
      LoginGates gates,
      SecurityLog log,
      TransactionTemplate transaction) {
    this.writes = writes;
    this.families = families;
    this.tokens = tokens;
    this.people = people;
    this.gates = gates;
    this.log = log;
    this.transaction = transaction;
  }

  /**
   * Exchanges a token for its successor.
   *
   * @throws InvalidInput {@code INVALID_TOKEN}; where the token had been used, its session has
   *     ended
   */
  SessionTokens refresh(RefreshToken token) {
    return rotate(token)
        .or(() -> repeat(token))
        .orElseThrow(() -> {
          endReused(token);
          return InvalidInput.of(
              AuthErrorCode.INVALID_TOKEN, "Log in again.", "input", "refreshToken");
        });
  }

  private Optional<SessionTokens> rotate(RefreshToken token) {
    var renewed = transaction.execute(status -> rotate(token, status));
    return renewed == null ? Optional.empty() : renewed;
  }

  private Optional<SessionTokens> rotate(RefreshToken token, TransactionStatus status) {
    var renewed = families.use(token).flatMap(used -> renew(token, used));
    if (renewed.isEmpty()) {
      status.setRollbackOnly();
    }
    return renewed;
  }

  // Empty where somebody logs out at this very moment: ending wins.
  private Optional<SessionTokens> renew(RefreshToken token, Used used) {
    gates.admit(used.account());
    if (!writes.prolong(used.session(), Sessions.LIFETIME)) {
      return Optional.empty();
    }
    return issued(used, families.follow(token, used, Sessions.LIFETIME));
  }

  private Optional<SessionTokens> repeat(RefreshToken token) {
    return families.repeated(token).flatMap(used -> issued(used, used.successorOf(token)));
  }

  private Optional<SessionTokens> issued(Used used, RefreshToken successor) {
    return people.find(used.account()).map(user -> tokens.issue(user, used.session(), successor));
  }

  private void endReused(RefreshToken token) {
    transaction.executeWithoutResult(status ->
        families
            .revokeIfReused(token)
            .ifPresent(account -> {
              LOG.warn("A refresh token was used twice: its session is ended");
              log.record(account, SecurityEventType.REFRESH_TOKEN_REUSED, Map.of());
            }));
  }
}
