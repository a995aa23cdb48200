package dev.lifeos.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts attempts to log in. An attempt is counted before the password is looked at, so that many
 * at once are not more than the limit; a success takes the count away.
 */
@Repository
class Attempts {

  private static final int MAX = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private static final String COUNT =
      """
      INSERT INTO login_attempts AS a (email, attempts, since) VALUES (:email, 1, :now)
      ON CONFLICT (email) DO UPDATE SET
        attempts = CASE WHEN a.since <= :old THEN 1 ELSE a.attempts + 1 END,
        since = CASE WHEN a.since <= :old THEN :now ELSE a.since END
      RETURNING attempts
      """;
  private static final String FORGET = "DELETE FROM login_attempts WHERE email = ?";

  private static final String DELETE_EXPIRED = "DELETE FROM login_attempts WHERE since <= ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  Attempts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether one more attempt is allowed. */
  boolean allow(String email) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    var attempts =
        jdbc.sql(COUNT)
            .param("email", email)
            .param("now", now)
            .param("old", now.minus(WINDOW))
            .query(Integer.class)
            .single();
    return attempts <= MAX;
  }

  /** Deletes what counts no longer. */
  void deleteExpired() {
    jdbc.sql(DELETE_EXPIRED).param(clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC)).update();
  }

  void forget(String email) {
    jdbc.sql(FORGET).param(email).update();
  }
}
