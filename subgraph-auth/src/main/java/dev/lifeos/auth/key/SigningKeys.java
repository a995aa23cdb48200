package dev.lifeos.auth.key;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign access tokens (ES256). The first is made when there is none; replicas share
 * them by the database, and read it every few seconds. Which key signs and which are published
 * follows from the time alone: a key is published well before it signs, and for as long after its
 * successor signs as a token of its own may still be good.
 */
@Component
public class SigningKeys {

  /**
   * Longer than anybody keeps a JWKS that has not the new key: 5 minutes by HTTP and 5 by
   * verifiers.
   */
  static final Duration PUBLISHED_BEFORE = Duration.ofMinutes(15);

  /** Longer than a token is good, and clocks differ. */
  static final Duration PUBLISHED_AFTER = AccessTokens.LIFETIME.plusMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

  private final SigningKeyRows rows;
  private final Clock clock;
  private volatile List<SigningKey> keys;

  SigningKeys(SigningKeyRows rows, TransactionTemplate transaction, Clock clock) {
    this.rows = rows;
    this.clock = clock;
    this.keys = Objects.requireNonNull(transaction.execute(status -> readOrMake()));
  }

  /** The key that signs now. */
  ECKey current() {
    var now = clock.instant();
    var known = keys;
    return known.stream()
        .filter(key -> !key.signsFrom().isAfter(now))
        .findFirst()
        .orElseGet(known::getLast)
        .key();
  }

  /** What verifies tokens; no private part is in it. */
  public JWKSet publicKeys() {
    var now = clock.instant();
    var known = keys;
    return new JWKSet(
        IntStream.range(0, known.size())
            .filter(place -> place == 0 || isPublished(known.get(place - 1), now))
            .mapToObj(place -> (JWK) known.get(place).key().toPublicJWK())
            .toList());
  }

  /**
   * Looks whether a replica has made a key. While the database is away, those that are known stay.
   */
  @Scheduled(
      initialDelayString = "${lifeos.signing-keys.read-every:PT5S}",
      fixedDelayString = "${lifeos.signing-keys.read-every:PT5S}")
  void readAgain() {
    try {
      var found = rows.all();
      if (!found.isEmpty()) {
        keys = found;
      }
    } catch (RuntimeException failure) {
      LOG.warn("The signing keys could not be read again; those that are known stay", failure);
    }
  }

  private static boolean isPublished(SigningKey successor, Instant now) {
    return now.isBefore(successor.signsFrom().plus(PUBLISHED_AFTER));
  }

  private List<SigningKey> readOrMake() {
    rows.lock();
    var found = rows.all();
    var now = clock.instant();
    return found.isEmpty() ? List.of(rows.make(now, now)) : found;
  }
}
