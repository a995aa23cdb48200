package dev.lifeos.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the notification subgraph. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class NotificationApplication {

  /** Starts the subgraph; its settings come from the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(NotificationApplication.class, arguments);
  }
}
