package dev.lifeos.edge.live;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells long-lived connections that the edge stops, before it waits for requests to end. */
@Component
class Shutdown implements SmartLifecycle {

  private final Sinks.Empty<Object> begun = Sinks.empty();
  private volatile boolean running;

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
