package dev.lifeos.notification.live;

import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Listens to hints as soon as Redis is there, and again after it was away. */
@Component
class HintConnection {

  private final RedisMessageListenerContainer container;
  private final Wakeups wakeups;
  private final RedisOutage outage;

  HintConnection(RedisMessageListenerContainer container, Wakeups wakeups, RedisOutage outage) {
    this.container = container;
    this.wakeups = wakeups;
    this.outage = outage;
  }

  @Scheduled(fixedDelayString = "PT2S")
  void listen() {
    try {
      if (!container.isListening()) {
        // A container that could not connect counts as started, and would not start again.
        container.stop();
        container.start();
        // Hints may have been missed until now.
        wakeups.wakeAll();
      }
    } catch (RuntimeException down) {
      outage.report(String.valueOf(down.getMessage()));
    }
  }
}
