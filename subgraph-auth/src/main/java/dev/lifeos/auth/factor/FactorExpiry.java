package dev.lifeos.auth.factor;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what was begun and not ended, every hour. Replicas may do it at once. */
@Component
class FactorExpiry {

  private final TotpStore totps;
  private final LoginChallenges challenges;
  private final Clock clock;

  FactorExpiry(TotpStore totps, LoginChallenges challenges, Clock clock) {
    this.totps = totps;
    this.challenges = challenges;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void deleteExpired() {
    totps.deleteExpired(clock.instant());
    challenges.deleteExpired();
  }
}
