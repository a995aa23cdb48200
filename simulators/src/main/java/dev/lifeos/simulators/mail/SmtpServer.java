package dev.lifeos.simulators.mail;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail for everybody; nothing goes any further. */
@Component
class SmtpServer implements SmartLifecycle {

  private final SMTPServer server;

  SmtpServer(MailProperties properties, MailBox box, Clock clock) {
    this.server =
        SMTPServer.port(properties.port())
            .bindAddress(properties.address())
            .hostName("localhost")
            .softwareName("LifeOS mail box")
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .maxMessageSize(Incoming.LARGEST)
            .maxConnections(100)
            .maxRecipients(100)
            .connectionTimeout(1, TimeUnit.MINUTES)
            .messageHandlerFactory(context -> new Incoming(box, clock))
            .build();
  }

  /** Where it listens. */
  int port() {
    return server.getPortAllocated();
  }

  @Override
  public void start() {
    server.start();
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public boolean isRunning() {
    return server.isRunning();
  }
}
