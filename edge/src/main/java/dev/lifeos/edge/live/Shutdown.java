package dev.lifeos.edge.live;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Ends long-lived connections, before the web server waits for requests to end. */
@Component
class Shutdown implements SmartLifecycle {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OpenSockets sockets;
  private final Sinks.Empty<Object> begun = Sinks.empty();
  private volatile boolean running;

  Shutdown(OpenSockets sockets) {
    this.sockets = sockets;
  }

  /** Completes when the edge stops. */
  Mono<Object> begun() {
    return begun.asMono();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    begun.tryEmitEmpty();
    sockets.close().timeout(PATIENCE).onErrorComplete().block();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    // Before the web server's graceful stop, which would wait for them in vain.
    return Integer.MAX_VALUE;
  }
}
