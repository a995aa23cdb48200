package dev.lifeos.finance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the finance subgraph. */
@SpringBootApplication
@EnableScheduling
public class FinanceApplication {

  /** Starts the subgraph; its settings come from the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(FinanceApplication.class, arguments);
  }
}
