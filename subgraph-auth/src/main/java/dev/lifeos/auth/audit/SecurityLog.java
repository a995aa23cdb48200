package dev.lifeos.auth.audit;

import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.device.DeviceName;
import dev.lifeos.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what happens to accounts. An event is written with the change that it tells of, or
 * not at all. Events stand one behind the other, so writing takes a lock until the transaction
 * ends: call it last.
 */
@Component
public class SecurityLog {

  /** Whose events are no account's. */
  public static final UUID NOBODY = new UUID(0, 0);

  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtext('security_event'))";
  private static final String LAST =
      "SELECT seq, hash FROM security_event ORDER BY seq DESC LIMIT 1";
  private static final String APPEND =
      """
      INSERT INTO security_event (seq, id, account_id, type, at, content, content_hash, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ERASE =
      "UPDATE security_event SET content = NULL WHERE account_id = ? AND content IS NOT NULL";

  private final JdbcClient jdbc;
  private final DeviceName names;
  private final Clock clock;

  SecurityLog(JdbcClient jdbc, DeviceName names, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.clock = clock;
  }

  /** Writes down an event where it is not known from where it came. */
  @Transactional(propagation = Propagation.REQUIRED)
  public void record(UUID account, SecurityEventType type, Map<String, String> details) {
    record(account, type, Device.UNKNOWN, details);
  }

  /**
   * Writes down an event.
   *
   * @param account whose account, or who did it where it is nobody's
   * @param details short facts; no secrets
   */
  @Transactional(propagation = Propagation.REQUIRED)
  public void record(
      UUID account, SecurityEventType type, Device device, Map<String, String> details) {
    var content = new EventContent(names.of(device), device.ip(), details).json();
    jdbc.sql(ONE_AT_A_TIME).query(row -> {});
    append(account, type, content, last());
  }

  /** Forgets from where the person came and what more was written; the chain stays whole. */
  @Transactional(propagation = Propagation.REQUIRED)
  public void erase(UUID account) {
    jdbc.sql(ERASE).param(account).update();
  }

  private Link last() {
    return jdbc.sql(LAST)
        .query(SecurityLog::link)
        .optional()
        .orElseGet(() -> new Link(0, ChainHash.BEGINNING));
  }

  private void append(UUID account, SecurityEventType type, String content, Link last) {
    var seq = last.seq() + 1;
    var id = Ids.next();
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var contentHash = ChainHash.ofContent(content);
    var hash = ChainHash.of(last.hash(), seq, id, account, type, at, contentHash);
    jdbc.sql(APPEND)
        .params(
            seq, id, account, type.name(), at.atOffset(ZoneOffset.UTC), content, contentHash, hash)
        .update();
  }

  private static Link link(ResultSet row, int number) throws SQLException {
    return new Link(row.getLong(1), row.getBytes(2));
  }

  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  private record Link(long seq, byte[] hash) {}
}
