package dev.lifeos.notification.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.notification.InboxTestBase;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.test.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "lifeos.notification.live.poll=200ms")
class WithoutRedisTest extends InboxTestBase {

  @TestConfiguration
  static class NowhereConfiguration {

    // Nothing listens on the discard port.
    @Bean
    LettuceConnectionFactory redisConnectionFactory() {
      return new LettuceConnectionFactory("127.0.0.1", 9);
    }
  }

  @Test
  void sendingSucceedsAndEventsComeByThePoll() {
    var start = Cursor.of(ann, 0).encode();
    try (var socket = LiveSocket.open(graph.origin(), Tokens.person(ann)).subscribe("1", start)) {
      for (int i = 1; i <= 3; i++) {
        var count = i;
        send(ann, "Number " + i);
        await().atMost(Duration.ofSeconds(10)).until(() -> socket.events().size() == count);
      }

      assertThat(Events.titles(socket.events()))
          .containsExactly("Number 1", "Number 2", "Number 3");
    }
  }

  @Test
  void readinessDoesNotDependOnIt() {
    assertThat(graph.get("/actuator/health/readiness").status()).isEqualTo(200);
  }

  @Test
  void theOutageIsLoggedOnceAMinute() {
    var now = Instant.parse("2026-03-01T12:00:00Z");
    var clock = new SteppedClock(now);
    var outage = new RedisOutage(clock);

    assertThat(outage.report("refused")).isTrue();
    assertThat(outage.report("refused")).isFalse();
    clock.now = now.plusSeconds(59);
    assertThat(outage.report("refused")).isFalse();
    clock.now = now.plusSeconds(60);
    assertThat(outage.report("refused")).isTrue();
  }

  private static final class SteppedClock extends Clock {

    private Instant now;

    SteppedClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
