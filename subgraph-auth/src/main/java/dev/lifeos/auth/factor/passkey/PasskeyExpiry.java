package dev.lifeos.auth.factor.passkey;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what was begun and not answered, every hour. Replicas may do it at once. */
@Component
class PasskeyExpiry {

  private final PasskeyChallenges challenges;

  PasskeyExpiry(PasskeyChallenges challenges) {
    this.challenges = challenges;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void deleteExpired() {
    challenges.deleteExpired();
  }
}
