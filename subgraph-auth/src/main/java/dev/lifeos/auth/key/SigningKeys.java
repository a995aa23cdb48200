package dev.lifeos.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.lifeos.auth.startup.Misconfiguration;
import dev.lifeos.starter.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign access tokens (ES256). The first is made when there is none; replicas share
 * them by the database.
 */
@Component
public class SigningKeys {

  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtext('signing_key'))";
  private static final String READ =
      "SELECT encrypted_jwk FROM signing_key ORDER BY created_at DESC";
  private static final String INSERT =
      """
      INSERT INTO signing_key (kid, public_jwk, encrypted_jwk, master_key_id, created_at)
      VALUES (?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final MasterKey master;
  private final Clock clock;
  private final List<ECKey> keys;

  SigningKeys(JdbcClient jdbc, MasterKey master, Clock clock, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.master = master;
    this.clock = clock;
    this.keys = Objects.requireNonNull(transaction.execute(status -> readOrMake()));
  }

  /** The key that signs now. */
  ECKey current() {
    return keys.getFirst();
  }

  /** What verifies tokens; no private part is in it. */
  public JWKSet publicKeys() {
    return new JWKSet(keys.stream().map(ECKey::toPublicJWK).map(JWK.class::cast).toList());
  }

  private List<ECKey> readOrMake() {
    jdbc.sql(ONE_AT_A_TIME).query(row -> {});
    var found = jdbc.sql(READ).query((row, number) -> decrypt(row.getBytes(1))).list();
    return found.isEmpty() ? List.of(make()) : List.copyOf(found);
  }

  private ECKey make() {
    var key = generate();
    jdbc.sql(INSERT)
        .params(
            key.getKeyID(),
            key.toPublicJWK().toJSONString(),
            master.encrypt(key.toJSONString().getBytes(StandardCharsets.UTF_8)),
            master.id(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return key;
  }

  private ECKey decrypt(byte[] encrypted) {
    try {
      return ECKey.parse(new String(master.decrypt(encrypted), StandardCharsets.UTF_8));
    } catch (ParseException | IllegalStateException wrongKey) {
      throw new Misconfiguration(
          "The signing keys in the database were encrypted under another master key: set the one they were made with.",
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
}
