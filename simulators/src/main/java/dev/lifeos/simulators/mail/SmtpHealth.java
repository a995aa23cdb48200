package dev.lifeos.simulators.mail;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once mail can be taken. */
@Component("smtp")
class SmtpHealth implements HealthIndicator {
  private final SmtpServer server;

  SmtpHealth(SmtpServer server) {
    this.server = server;
  }

  @Override
  public Health health() {
    return (server.isRunning() ? Health.up() : Health.down()).build();
  }
}
