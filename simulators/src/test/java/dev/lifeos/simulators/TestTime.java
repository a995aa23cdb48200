package dev.lifeos.simulators;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time that tests move forward. */
@TestConfiguration(proxyBeanMethods = false)
class TestTime {
  @Bean
  @Primary
  MovableClock movableClock() {
    return new MovableClock();
  }
}
