package dev.lifeos.notification.live;

import static org.awaitility.Awaitility.await;

import dev.lifeos.notification.InboxTestBase;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.test.StoppableRedis;
import dev.lifeos.test.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "lifeos.notification.live.poll=1h")
class LateRedisTest extends InboxTestBase {

  private static final StoppableRedis REDIS = new StoppableRedis();

  @TestConfiguration
  static class LateConfiguration {

    @Bean
    LettuceConnectionFactory redisConnectionFactory() {
      return new LettuceConnectionFactory("127.0.0.1", REDIS.port());
    }
  }

  @Test
  void hintsComeOnceRedisIsThereAndAgainAfterItWasAway() {
    try (var socket =
        LiveSocket.open(graph.origin(), Tokens.person(ann))
            .subscribe("1", Cursor.of(ann, 0).encode())) {
      for (int start = 0; start < 2; start++) {
        REDIS.start();
        try {
          awaitAnEvent(socket, start);
        } finally {
          REDIS.stop();
        }
      }
    }
  }

  // The hint of one that was sent before the listener is back may be lost; a later one is not.
  private void awaitAnEvent(LiveSocket socket, int start) {
    var known = socket.events().size();
    await("start " + start)
        .pollInterval(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          send(ann, "Is anybody there?");
          return socket.events().size() > known;
        });
  }
}
