package dev.lifeos.learning;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The learning subgraph. */
@SpringBootApplication
public class LearningApplication {

  /** Starts the subgraph. */
  public static void main(String[] args) {
    SpringApplication.run(LearningApplication.class, args);
  }
}
