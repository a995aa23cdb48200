package dev.lifeos.auth.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Renews signing keys, without a request that fails. Replicas may do it at once: one makes the key.
 */
@Component
class SigningKeyRotation {

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeyRotation.class);

  private final SigningKeyRows rows;
  private final SigningKeys keys;
  private final SigningKeyProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SigningKeyRotation(
      SigningKeyRows rows,
      SigningKeys keys,
      SigningKeyProperties properties,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.keys = keys;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Makes the next key in time, and deletes those that verify nothing any more. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void rotateWhereDue() {
    rotate(properties.signFor().minus(SigningKeys.PUBLISHED_BEFORE));
    rows.deleteReplacedBefore(clock.instant().minus(SigningKeys.PUBLISHED_AFTER));
  }

  /** Makes the next key now, and tells from when it signs; one that waits to sign is the next. */
  Instant rotate() {
    return rotate(Duration.ZERO);
  }

  /** Withdraws all keys at once, and with them all access tokens; a new one signs from now on. */
  void replace() {
    transaction.executeWithoutResult(status -> {
      rows.lock();
      rows.deleteAll();
      rows.make(clock.instant(), clock.instant());
    });
    keys.readAgain();
  }

  private Instant rotate(Duration age) {
    var next = Objects.requireNonNull(transaction.execute(status -> next(age)));
    keys.readAgain();
    return next.signsFrom();
  }

  private SigningKey next(Duration age) {
    rows.lock();
    var now = clock.instant();
    var newest = rows.all().getFirst();
    if (newest.signsFrom().isAfter(now.minus(age))) {
      return newest;
    }
    var next = rows.make(now, now.plus(SigningKeys.PUBLISHED_BEFORE));
    LOG.info("Signing key {} is published, and signs from {}", next.id(), next.signsFrom());
    return next;
  }
}
