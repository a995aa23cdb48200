package dev.lifeos.auth.key;

import dev.lifeos.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys that seal secrets, each wrapped by the master key; replicas share them by the database.
 */
@Repository
class DataKeys {

  private static final int BYTES = 32;
  private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('data_key'))";
  private static final String CURRENT =
      """
      SELECT id, wrapped_key FROM data_key WHERE retired_at IS NULL ORDER BY created_at DESC LIMIT 1
      """;
  private static final String BY_ID = "SELECT id, wrapped_key FROM data_key WHERE id = ?";
  private static final String INSERT =
      "INSERT INTO data_key (id, wrapped_key, master_key_id, created_at) VALUES (?, ?, ?, ?)";

  private final JdbcClient jdbc;
  private final MasterKey master;
  private final Clock clock;
  private final Map<String, DataKey> opened = new ConcurrentHashMap<>();

  DataKeys(JdbcClient jdbc, MasterKey master, Clock clock) {
    this.jdbc = jdbc;
    this.master = master;
    this.clock = clock;
  }

  /**
   * The key that seals now; the first is made when there is none. Asked of the database each time,
   * since another replica may rotate.
   */
  @Transactional
  DataKey current() {
    return newest().orElseGet(this::first);
  }

  /** The key with that id. */
  Optional<DataKey> find(String id) {
    var known = opened.get(id);
    return known != null
        ? Optional.of(known)
        : jdbc.sql(BY_ID).param(id).query(this::key).optional();
  }

  private Optional<DataKey> newest() {
    return jdbc.sql(CURRENT).query(this::key).optional();
  }

  private DataKey first() {
    jdbc.sql(ONE_AT_A_TIME).query(row -> {});
    return newest().orElseGet(this::make);
  }

  /** A new key, which seals from now on. */
  @Transactional
  DataKey make() {
    var key = new DataKey(Ids.next().toString(), KeyGenerators.secureRandom(BYTES).generateKey());
    jdbc.sql(INSERT)
        .params(
            key.id(),
            master.encrypt(key.bytes()),
            master.id(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return key;
  }

  private DataKey key(ResultSet row, int number) throws SQLException {
    var id = row.getString(1);
    var wrapped = row.getBytes(2);
    return opened.computeIfAbsent(id, missing -> new DataKey(id, master.decrypt(wrapped)));
  }

  /** A key in the open, in this process only. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record DataKey(String id, byte[] bytes) {

    @Override
    public String toString() {
      return "DataKey[" + id + "]";
    }
  }
}
