package dev.lifeos.auth.audit;

import dev.lifeos.auth.command.Command;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks the whole chain of security events. That its end was not cut off shows where the number
 * and the hash of the last event, which it prints, are kept elsewhere.
 */
@Component
class AuditCommand implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(AuditCommand.class);

  private static final int AT_ONCE = 1_000;
  private static final String ALL =
      """
      SELECT seq, id, account_id, type, at, content, content_hash, hash
      FROM security_event ORDER BY seq
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate snapshot;

  AuditCommand(DataSource database, TransactionTemplate transaction) {
    this.jdbc = new JdbcTemplate(database);
    // Rows come in parts only within a transaction.
    this.jdbc.setFetchSize(AT_ONCE);
    this.snapshot = transaction;
  }

  @Override
  public String name() {
    return "verify-audit";
  }

  @Override
  public int run() {
    var chain = new Chain();
    snapshot.executeWithoutResult(status -> jdbc.query(ALL, chain::next));
    if (chain.broken != 0) {
      LOG.error(
          "The chain of security events is broken at number {}; all before it are as they were written.",
          chain.broken);
      return 1;
    }
    LOG.info(
        "The chain of security events is whole: {} events, the last hash is {}.",
        chain.seq,
        HexFormat.of().formatHex(chain.hash));
    return 0;
  }

  private static final class Chain {

    private long seq;
    private byte[] hash = ChainHash.BEGINNING;
    private long broken;

    void next(ResultSet row) throws SQLException {
      if (broken != 0) {
        return;
      }
      seq++;
      var found = row.getBytes("hash");
      if (row.getLong("seq") != seq || !Arrays.equals(expected(row), found)) {
        broken = seq;
      }
      hash = found;
    }

    private byte[] expected(ResultSet row) throws SQLException {
      var content = row.getString("content");
      var contentHash = row.getBytes("content_hash");
      if (content != null && !Arrays.equals(ChainHash.ofContent(content), contentHash)) {
        return ChainHash.BEGINNING;
      }
      return ChainHash.of(
          hash,
          seq,
          row.getObject("id", UUID.class),
          row.getObject("account_id", UUID.class),
          SecurityEventType.valueOf(row.getString("type")),
          row.getObject("at", OffsetDateTime.class).toInstant(),
          contentHash);
    }
  }
}
