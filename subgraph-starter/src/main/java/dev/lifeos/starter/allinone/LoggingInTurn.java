package dev.lifeos.starter.allinone;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Lets only one subgraph at a time set up logging, which is one for the whole process: the first
 * does, and the others find it done. Side by side each would write every line once more.
 */
class LoggingInTurn implements ApplicationListener<SpringApplicationEvent>, Ordered {

  private final ReentrantLock turn = new ReentrantLock();

  @Override
  public void onApplicationEvent(SpringApplicationEvent event) {
    if (event instanceof ApplicationStartingEvent) {
      turn.lock();
    }
    if (event instanceof ApplicationContextInitializedEvent) {
      turn.unlock();
    }
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
