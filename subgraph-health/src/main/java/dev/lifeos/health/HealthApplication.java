package dev.lifeos.health;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the health subgraph. */
@SpringBootApplication
@EnableScheduling
public class HealthApplication {

  /** Starts the subgraph; its settings come from the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(HealthApplication.class, arguments);
  }
}
