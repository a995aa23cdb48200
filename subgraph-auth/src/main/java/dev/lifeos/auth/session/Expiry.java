package dev.lifeos.auth.session;

import dev.lifeos.auth.throttle.Throttle;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what has expired, every hour. Replicas may do it at once. */
@Component
@EnableScheduling
class Expiry {

  private final SessionWrites sessions;
  private final Throttle throttle;

  Expiry(SessionWrites sessions, Throttle throttle) {
    this.sessions = sessions;
    this.throttle = throttle;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void deleteExpired() {
    throttle.deleteExpired();
    sessions.deleteExpired();
  }
}
