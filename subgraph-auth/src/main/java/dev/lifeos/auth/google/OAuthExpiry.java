package dev.lifeos.auth.google;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes attempts from which nobody came back, every hour. Replicas may do it at once. */
@Component
class OAuthExpiry {

  private final OAuthAttempts attempts;

  OAuthExpiry(OAuthAttempts attempts) {
    this.attempts = attempts;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void deleteExpired() {
    attempts.deleteExpired();
  }
}
