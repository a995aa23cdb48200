package dev.lifeos.finance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Now is a moment at which it is 30 March on Pago Pago, 31 March in Berlin and 1 April on
 * Kiritimati.
 */
@TestConfiguration(proxyBeanMethods = false)
class FixedClock {

  @Bean
  Clock clock() {
    return Clock.fixed(Instant.parse("2026-03-31T10:30:00Z"), ZoneOffset.UTC);
  }
}
