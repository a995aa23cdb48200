package dev.lifeos.auth.profile.phone;

import dev.lifeos.auth.throttle.Throttle;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How many codes are sent, and tried. */
@Component
class PhoneLimits {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int PER_HOUR = 3;
  private static final int PER_DAY = 6;
  private static final int TRIES_PER_HOUR = 15;

  private final Throttle throttle;
  private final PhoneProperties properties;

  PhoneLimits(Throttle throttle, PhoneProperties properties) {
    this.throttle = throttle;
    this.properties = properties;
  }

  // What one person does too often must not use up what all share: that is counted last.
  void sending(UUID person, String number, String region) {
    throttle.attempt("phone-person-hour", person.toString(), PER_HOUR, HOUR);
    throttle.attempt("phone-person-day", person.toString(), PER_DAY, DAY);
    throttle.attempt("phone-number-hour", number, PER_HOUR, HOUR);
    throttle.attempt("phone-number-day", number, PER_DAY, DAY);
    throttle.attempt("phone-region-day", region, properties.perRegionAndDay(), DAY);
    throttle.attempt("phone-day", "all", properties.perDay(), DAY);
  }

  void trying(UUID person) {
    throttle.attempt("phone-code", person.toString(), TRIES_PER_HOUR, HOUR);
  }
}
