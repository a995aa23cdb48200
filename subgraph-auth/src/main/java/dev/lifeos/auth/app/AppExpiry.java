package dev.lifeos.auth.app;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what has expired, every hour. Replicas may do it at once. */
@Component
class AppExpiry {

  private final Codes codes;
  private final AppTokenFamilies families;

  AppExpiry(Codes codes, AppTokenFamilies families) {
    this.codes = codes;
    this.families = families;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void deleteExpired() {
    codes.deleteExpired();
    families.deleteExpired();
  }
}
