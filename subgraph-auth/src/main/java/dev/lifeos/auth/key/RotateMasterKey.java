package dev.lifeos.auth.key;

import dev.lifeos.auth.command.Command;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps signing and data keys under the new master key, all at once or none. Replicas that still
 * have the old one go on with the keys that they know.
 */
@Component
class RotateMasterKey implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(RotateMasterKey.class);

  private static final List<Wrapped> TABLES =
      List.of(
          new Wrapped("signing_key", "kid", "encrypted_jwk"),
          new Wrapped("data_key", "id", "wrapped_key"));
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtext('signing_key')), pg_advisory_xact_lock(hashtext('data_key'))";
  private static final String READ = "SELECT %s, %s FROM %s WHERE master_key_id <> ? FOR UPDATE";
  private static final String WRITE = "UPDATE %s SET %s = ?, master_key_id = ? WHERE %s = ?";

  private final JdbcClient jdbc;
  private final MasterKey master;
  private final TransactionTemplate transaction;

  RotateMasterKey(JdbcClient jdbc, MasterKey master, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.master = master;
    this.transaction = transaction;
  }

  @Override
  public String name() {
    return "rotate-master-key";
  }

  @Override
  public int run() {
    try {
      int wrapped = Objects.requireNonNull(transaction.execute(status -> wrapAll()));
      LOG.info(
          "{} keys are wrapped under the new master key; LIFEOS_MASTER_KEY_PREVIOUS can go.",
          wrapped);
      return 0;
    } catch (IllegalStateException wrongKey) {
      LOG.error(
          "Nothing was changed: some keys are wrapped under a master key that is neither LIFEOS_MASTER_KEY"
              + " nor LIFEOS_MASTER_KEY_PREVIOUS.");
      return 1;
    }
  }

  private int wrapAll() {
    jdbc.sql(LOCK).query(row -> {});
    return TABLES.stream().mapToInt(this::wrapAll).sum();
  }

  private int wrapAll(Wrapped table) {
    var old =
        jdbc.sql(READ.formatted(table.id(), table.bytes(), table.name()))
            .param(master.id())
            .query((row, number) -> new Key(row.getString(1), row.getBytes(2)))
            .list();
    var write = WRITE.formatted(table.name(), table.bytes(), table.id());
    for (var key : old) {
      var wrapped = master.encrypt(master.decrypt(key.bytes()));
      jdbc.sql(write).params(wrapped, master.id(), key.id()).update();
    }
    return old.size();
  }

  private record Wrapped(String name, String id, String bytes) {}

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Key(String id, byte[] bytes) {}
}
