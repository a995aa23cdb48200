package dev.lifeos.notification.live;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.stereotype.Component;

/** Hears whose inbox has changed, on whichever instance. */
@Component
class HintListener implements MessageListener {

  private static final Logger LOG = LoggerFactory.getLogger(HintListener.class);

  private final Wakeups wakeups;

  HintListener(Wakeups wakeups) {
    this.wakeups = wakeups;
  }

  @Override
  public void onMessage(Message message, byte @Nullable [] pattern) {
    var text = new String(message.getBody(), StandardCharsets.UTF_8);
    try {
      wakeups.wake(UUID.fromString(text));
    } catch (IllegalArgumentException malformed) {
      LOG.debug("A hint that is no id", malformed);
    }
  }
}
