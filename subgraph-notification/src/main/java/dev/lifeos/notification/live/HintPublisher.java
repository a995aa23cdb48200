package dev.lifeos.notification.live;

import dev.lifeos.notification.inbox.InboxChanged;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells all instances whose inbox has changed. Away from the request's thread, which Redis must not
 * delay; what cannot be told is left to the poll.
 */
@Component
class HintPublisher {

  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
  private final StringRedisTemplate redis;
  private final TaskExecutor executor;
  private final RedisOutage outage;

  HintPublisher(
      StringRedisTemplate redis,
      @Qualifier(HintConfiguration.EXECUTOR) TaskExecutor executor,
      RedisOutage outage) {
    this.redis = redis;
    this.executor = executor;
    this.outage = outage;
  }

  @TransactionalEventListener
  void changed(InboxChanged change) {
    var person = change.userId();
    if (!waiting.add(person)) {
      return;
    }
    try {
      executor.execute(() -> publish(person));
    } catch (TaskRejectedException full) {
      waiting.remove(person);
      outage.report("too many hints wait");
    }
  }

  private void publish(UUID person) {
    // First, so that a change from now on is a hint of its own.
    waiting.remove(person);
    try {
      redis.convertAndSend(HintConfiguration.CHANNEL, person.toString());
    } catch (DataAccessException down) {
      outage.report(String.valueOf(down.getMessage()));
    }
  }
}
