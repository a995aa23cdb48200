package dev.lifeos.auth.throttle;

import dev.lifeos.starter.error.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts attempts. Each is counted before it is looked at, in a transaction of its own, so that
 * many at once are not more than the limit; a success may take the count away. Nothing is locked
 * for longer than the window.
 */
@Component
public class Throttle {

  private static final String COUNT =
      """
      INSERT INTO throttle AS t (kind, key, attempts, since, until)
      VALUES (:kind, :key, 1, :now, :until)
      ON CONFLICT (kind, key) DO UPDATE SET
        attempts = CASE WHEN t.until <= :now THEN 1 ELSE t.attempts + 1 END,
        since = CASE WHEN t.until <= :now THEN :now ELSE t.since END,
        until = CASE WHEN t.until <= :now THEN :until ELSE t.until END
      RETURNING attempts, until
      """;
  private static final String FORGET = "DELETE FROM throttle WHERE kind = ? AND key = ?";
  private static final String DELETE_EXPIRED = "DELETE FROM throttle WHERE until <= ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  Throttle(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Counts one attempt. Not within a transaction, which would take the count back.
   *
   * @param kind what is attempted
   * @param key whose, e.g. an address
   * @throws InvalidInput {@code TOO_MANY_ATTEMPTS} with the time from which on the next one counts
   */
  public void attempt(String kind, String key, int max, Duration window) {
    var counted = count(kind, key, window);
    if (counted.attempts() > max) {
      throw InvalidInput.retryAt(
          ThrottleErrorCode.TOO_MANY_ATTEMPTS,
          "Too many attempts: try again later.",
          counted.until(),
          "input");
    }
  }

  /** Takes the count away. */
  public void forget(String kind, String key) {
    jdbc.sql(FORGET).params(kind, key).update();
  }

  /** Deletes what counts no longer. */
  public void deleteExpired() {
    jdbc.sql(DELETE_EXPIRED).param(utc(clock.instant())).update();
  }

  private Counted count(String kind, String key, Duration window) {
    var now = clock.instant();
    return jdbc.sql(COUNT)
        .param("kind", kind)
        .param("key", key)
        .param("now", utc(now))
        .param("until", utc(now.plus(window)))
        .query(Throttle::counted)
        .single();
  }

  private static Counted counted(ResultSet row, int number) throws SQLException {
    return new Counted(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private record Counted(int attempts, Instant until) {}

  private enum ThrottleErrorCode {
    TOO_MANY_ATTEMPTS
  }
}
