package dev.lifeos.edge;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** One origin for browsers and phones: queries, live notifications, webhooks, keys. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class EdgeApplication {

  /** Starts the edge. */
  public static void main(String[] arguments) {
    SpringApplication.run(EdgeApplication.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
