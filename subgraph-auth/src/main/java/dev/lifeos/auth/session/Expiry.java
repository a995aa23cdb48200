package dev.lifeos.auth.session;

import java.time.Clock;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what has expired, every hour. Replicas may do it at once. */
@Component
@EnableScheduling
class Expiry {

  private final SessionWrites sessions;
  private final Attempts attempts;
  private final Clock clock;

  Expiry(SessionWrites sessions, Attempts attempts, Clock clock) {
    this.sessions = sessions;
    this.attempts = attempts;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void deleteExpired() {
    attempts.deleteExpired();
    sessions.deleteExpired(clock.instant());
  }
}
