package dev.lifeos.auth.key;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a rotation of data keys, each a transaction of its own. */
@Repository
class DataKeyRotation {

  private static final Logger LOG = LoggerFactory.getLogger(DataKeyRotation.class);

  private static final int AT_ONCE = 100;
  // What is sealed in queued mails is not sealed anew, and is gone by then.
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('data_key'))";
  private static final String IN_USE = "SELECT count(*) FROM data_key WHERE retired_at IS NULL";
  private static final String ROWS =
      "SELECT %2$s, %3$s, %4$s FROM %1$s WHERE %3$s <> ? ORDER BY %2$s LIMIT ? FOR UPDATE";
  private static final String MORE_ROWS =
      "SELECT %2$s, %3$s, %4$s FROM %1$s WHERE %3$s <> ? AND %2$s > ? ORDER BY %2$s LIMIT ? FOR UPDATE";
  private static final String WRITE = "UPDATE %1$s SET %3$s = ?, %4$s = ? WHERE %2$s = ?";
  private static final String RETIRE =
      "UPDATE data_key SET retired_at = ? WHERE retired_at IS NULL AND id <> ?";
  private static final String DELETE = "DELETE FROM data_key WHERE retired_at < ?";

  private final JdbcClient jdbc;
  private final DataKeys keys;
  private final Vault vault;
  private final Clock clock;

  DataKeyRotation(JdbcClient jdbc, DataKeys keys, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.vault = vault;
    this.clock = clock;
  }

  /** The id of the new key, which seals from now on; that of a rotation that was cut off. */
  @Transactional
  String begin() {
    jdbc.sql(LOCK).query(row -> {});
    var underWay = jdbc.sql(IN_USE).query(Integer.class).single() > 1;
    return (underWay ? keys.current() : keys.make()).id();
  }

  /** Seals some rows anew. Whoever changes one of them meanwhile waits. */
  @Transactional
  Batch reseal(SealedRows table, String key, Batch done) {
    var rows = rows(table, key, done);
    if (rows.isEmpty()) {
      return done.end();
    }
    var next = done;
    for (var row : rows) {
      next = next.after(row.id(), isResealed(table, row));
    }
    return next;
  }

  /** Retires the keys before, and deletes those that were retired long ago. */
  @Transactional
  int end(String key) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(DELETE).param(now.minus(KEPT)).update();
    return jdbc.sql(RETIRE).params(now, key).update();
  }

  private List<Row> rows(SealedRows table, String key, Batch done) {
    var query =
        done.last() == null
            ? jdbc.sql(sql(ROWS, table)).params(key, AT_ONCE)
            : jdbc.sql(sql(MORE_ROWS, table)).params(key, done.last(), AT_ONCE);
    return query
        .query((row, number) ->
            new Row(row.getObject(1), new Sealed(row.getString(2), row.getBytes(3))))
        .list();
  }

  private boolean isResealed(SealedRows table, Row row) {
    try {
      var context = table.context(row.id().toString());
      var sealed = vault.seal(vault.open(row.sealed(), context), context);
      jdbc.sql(sql(WRITE, table)).params(sealed.keyId(), sealed.bytes(), row.id()).update();
      return true;
    } catch (IllegalStateException broken) {
      LOG.error("The secret of {} {} does not open", table.table(), row.id());
      return false;
    }
  }

  private static String sql(String sql, SealedRows table) {
    return sql.formatted(table.table(), table.idColumn(), table.keyColumn(), table.bytesColumn());
  }

  private record Row(Object id, Sealed sealed) {}
}
