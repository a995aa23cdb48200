package dev.lifeos.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The auth subgraph. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AuthApplication {

  /** Starts the subgraph. */
  public static void main(String[] args) {
    SpringApplication.run(AuthApplication.class, args);
  }
}
