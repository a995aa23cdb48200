package dev.lifeos.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.lifeos.auth.startup.Misconfiguration;
import dev.lifeos.starter.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signing keys as they lie in the database, encrypted under the master key. */
@Repository
class SigningKeyRows {

  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtext('signing_key'))";
  private static final String READ =
      "SELECT kid, encrypted_jwk, signs_from FROM signing_key ORDER BY signs_from DESC, kid DESC";
  private static final String INSERT =
      """
      INSERT INTO signing_key (kid, public_jwk, encrypted_jwk, master_key_id, created_at, signs_from)
      VALUES (?, ?, ?, ?, ?, ?)
      """;
  private static final String DELETE_OLD =
      """
      DELETE FROM signing_key old WHERE EXISTS (
        SELECT FROM signing_key next WHERE next.signs_from > old.signs_from AND next.signs_from <= ?)
      """;

  private final JdbcClient jdbc;
  private final MasterKey master;
  private final Map<String, ECKey> opened = new ConcurrentHashMap<>();

  SigningKeyRows(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.master = master;
  }

  /** Until the transaction ends, no other replica makes a key. */
  void lock() {
    jdbc.sql(ONE_AT_A_TIME).query(row -> {});
  }

  /** All that there are, the last to sign first. */
  List<SigningKey> all() {
    return jdbc.sql(READ).query(this::key).list();
  }

  SigningKey make(Instant now, Instant signsFrom) {
    var key = generate();
    jdbc.sql(INSERT)
        .params(
            key.getKeyID(),
            key.toPublicJWK().toJSONString(),
            master.encrypt(key.toJSONString().getBytes(StandardCharsets.UTF_8)),
            master.id(),
            utc(now),
            utc(signsFrom))
        .update();
    return new SigningKey(key, signsFrom);
  }

  /** Deletes the keys whose successors sign since that long. */
  int deleteReplacedBefore(Instant time) {
    return jdbc.sql(DELETE_OLD).param(utc(time)).update();
  }

  void deleteAll() {
    jdbc.sql("DELETE FROM signing_key").update();
  }

  private SigningKey key(ResultSet row, int number) throws SQLException {
    var encrypted = row.getBytes("encrypted_jwk");
    var key = opened.computeIfAbsent(row.getString("kid"), unknown -> decrypt(encrypted));
    return new SigningKey(key, row.getObject("signs_from", OffsetDateTime.class).toInstant());
  }

  private ECKey decrypt(byte[] encrypted) {
    try {
      return ECKey.parse(new String(master.decrypt(encrypted), StandardCharsets.UTF_8));
    } catch (ParseException | IllegalStateException wrongKey) {
      throw new Misconfiguration(
          "The signing keys in the database were encrypted under another master key: set the one they were made"
              + " with, as LIFEOS_MASTER_KEY_PREVIOUS where there is a new one.",
          wrongKey);
    }
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyID(Ids.next().toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .generate();
    } catch (JOSEException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
