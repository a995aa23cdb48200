package dev.lifeos.auth.oversight;

import dev.lifeos.starter.error.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The locks of accounts. Each ends by itself. */
@Component
public class AccountLocks {

  private static final String NOW =
      """
      SELECT account_id, until, reason, locked_by, locked_at FROM account_lock
      WHERE account_id = ANY (cast(:accounts AS uuid[])) AND until > :now
      """;
  private static final String LOCK =
      """
      INSERT INTO account_lock (account_id, until, reason, locked_by, locked_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (account_id) DO UPDATE SET
        until = excluded.until, reason = excluded.reason,
        locked_by = excluded.locked_by, locked_at = excluded.locked_at
      """;
  private static final String UNLOCK =
      "DELETE FROM account_lock WHERE account_id = ? AND until > ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  AccountLocks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Lets a person through whose account is not locked. To be asked only after they have shown that
   * the account is theirs: others do not learn of it.
   *
   * @throws InvalidInput {@code ACCOUNT_LOCKED} with the time when it ends
   */
  public void requireOpen(UUID account) {
    for (var lock : now(Set.of(account))) {
      throw InvalidInput.retryAt(
          OversightErrorCode.ACCOUNT_LOCKED,
          "This account is locked for a time: " + lock.reason(),
          lock.until(),
          "input");
    }
  }

  /** The locks that these accounts have now. */
  public List<AccountLock> now(Collection<UUID> accounts) {
    return jdbc.sql(NOW)
        .param("accounts", accounts.toArray(UUID[]::new))
        .param("now", utc(clock.instant()))
        .query(AccountLocks::lock)
        .list();
  }

  /** Locks an account, in place of the lock it may have. */
  public void put(AccountLock lock) {
    jdbc.sql(LOCK)
        .params(
            lock.accountId(),
            utc(lock.until()),
            lock.reason(),
            lock.administratorId(),
            utc(lock.since()))
        .update();
  }

  /** False where the account was not locked. */
  public boolean take(UUID account) {
    return jdbc.sql(UNLOCK).params(account, utc(clock.instant())).update() == 1;
  }

  private static AccountLock lock(ResultSet row, int number) throws SQLException {
    return new AccountLock(
        row.getObject("account_id", UUID.class),
        row.getObject("until", OffsetDateTime.class).toInstant(),
        row.getString("reason"),
        row.getObject("locked_by", UUID.class),
        row.getObject("locked_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private enum OversightErrorCode {
    ACCOUNT_LOCKED
  }
}
