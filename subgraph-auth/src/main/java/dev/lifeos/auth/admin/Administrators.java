package dev.lifeos.auth.admin;

import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who runs the platform now: those with the role whose accounts are not locked. There is always
 * one.
 */
@Component
class Administrators {

  // Until the transaction ends: two who take each other's role away come one after the other.
  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtext('administrators'))";
  private static final String NOW =
      """
      SELECT id FROM account a
      WHERE admin AND NOT EXISTS (
        SELECT FROM account_lock l WHERE l.account_id = a.id AND l.until > ?)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Administrators(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Lets an administrator through who still is one, whatever their token says; until the
   * transaction ends nobody else changes who is. Call it first.
   */
  void requireStill(Caller caller) {
    jdbc.sql(ONE_AT_A_TIME).query(row -> {});
    if (!now().contains(caller.personId())) {
      throw new Fault(ErrorCode.FORBIDDEN, "You are no administrator any more.");
    }
  }

  /**
   * Refuses where nobody but this person runs the platform. For whatever takes an administrator
   * away, in the same transaction.
   *
   * @throws InvalidInput {@code LAST_ADMINISTRATOR}
   */
  void requireAnother(UUID person) {
    jdbc.sql(ONE_AT_A_TIME).query(row -> {});
    var now = now();
    if (now.contains(person) && now.size() == 1) {
      throw InvalidInput.of(
          AdminErrorCode.LAST_ADMINISTRATOR,
          "Nobody would be left to run the platform: make another administrator first.",
          "input");
    }
  }

  private List<UUID> now() {
    return jdbc.sql(NOW)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }
}
