package dev.lifeos.auth.profile.phone;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers that are being verified, and those that are. */
@Repository
class PhoneRows {

  static final int TRIES = 5;

  private static final String BEGIN =
      """
      INSERT INTO phone_verification (account_id, phone_number, code_hash, attempts, expires_at)
      VALUES (:account, :number, :hash, 0, :expiry)
      ON CONFLICT (account_id) DO UPDATE SET phone_number = :number, code_hash = :hash, attempts = 0,
        expires_at = :expiry
      """;
  // Counted before the code is looked at, so that many tries at once are not more than five.
  private static final String TRY =
      """
      UPDATE phone_verification SET attempts = attempts + 1
      WHERE account_id = :account AND attempts < :tries AND expires_at > :now
      RETURNING phone_number, code_hash
      """;
  private static final String END =
      "DELETE FROM phone_verification WHERE account_id = ? AND code_hash = ?";
  private static final String VERIFIED = "UPDATE account SET phone_verified_at = ? WHERE id = ?";
  private static final String DELETE_EXPIRED =
      "DELETE FROM phone_verification WHERE expires_at <= ?";
  private static final String STATES =
      """
      SELECT id, phone_verified_at IS NOT NULL AS verified FROM account
      WHERE phone_number IS NOT NULL AND id = ANY (cast(:ids AS uuid[]))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  PhoneRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void begin(UUID account, String number, String hash, Instant expiry) {
    jdbc.sql(BEGIN)
        .param("account", account)
        .param("number", number)
        .param("hash", hash)
        .param("expiry", expiry.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** One more try; empty where there is no code, or no try is left. */
  Optional<Sent> attempt(UUID account) {
    return jdbc.sql(TRY)
        .param("account", account)
        .param("tries", TRIES)
        .param("now", now())
        .query((row, number) -> new Sent(row.getString(1), row.getString(2)))
        .optional();
  }

  /** False where another try with the same code was faster, or a new code was sent. */
  boolean end(UUID account, Sent sent) {
    return jdbc.sql(END).params(account, sent.codeHash()).update() == 1;
  }

  void verified(UUID account) {
    jdbc.sql(VERIFIED).params(now(), account).update();
  }

  /** Of those who have a number, whether it is verified. */
  Map<UUID, Boolean> states(Set<UUID> people) {
    var states = new HashMap<UUID, Boolean>();
    jdbc.sql(STATES)
        .param("ids", people.toArray(UUID[]::new))
        .query(row -> {
          states.put(row.getObject("id", UUID.class), row.getBoolean("verified"));
        });
    return states;
  }

  void deleteExpired() {
    jdbc.sql(DELETE_EXPIRED).param(now()).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** A code that was sent. */
  record Sent(String number, String codeHash) {}
}
