package dev.lifeos.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.starter.session.EndedSessions;
import dev.lifeos.test.Graph;
import dev.lifeos.test.StoppableRedis;
import dev.lifeos.test.SubgraphTest;
import dev.lifeos.test.Tokens;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis is away at the start, comes, goes, and comes back empty. */
@SubgraphTest
@ExtendWith(OutputCaptureExtension.class)
class EndedSessionsWithoutRedisTest {

  private static final StoppableRedis REDIS = new StoppableRedis();
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final String GONE = "Redis does not answer";
  private static final String BACK = "Redis answers again";

  private final UUID ann = UUID.randomUUID();

  @Autowired private Graph graph;
  @Autowired private StringRedisTemplate redis;

  @TestConfiguration(proxyBeanMethods = false)
  static class OwnRedis {

    @Bean
    LettuceConnectionFactory redisConnectionFactory(ClientResources resources) {
      return new LettuceConnectionFactory(
          new RedisStandaloneConfiguration("127.0.0.1", REDIS.port()),
          LettuceClientConfiguration.builder()
              .clientResources(resources)
              .commandTimeout(Duration.ofSeconds(1))
              .build());
    }
  }

  @AfterAll
  static void stop() {
    REDIS.close();
  }

  @Test
  void requests_are_answered_what_is_known_holds_and_what_was_missed_is_caught_up(
      CapturedOutput log) {
    assertThat(graph.get("/actuator/health/readiness").status()).isEqualTo(200);
    var first = UUID.randomUUID().toString();
    assertThat(isRefused(first)).isFalse();

    REDIS.start();
    await().atMost(BOUND).until(() -> log.getAll().contains(BACK));
    publish(first, 0);
    await().atMost(BOUND).until(() -> isRefused(first));

    REDIS.stop();
    await().atMost(BOUND).until(() -> count(log, GONE) == 2);
    assertThat(graph.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(isRefused(first)).isTrue();
    var missed = UUID.randomUUID().toString();
    assertThat(isRefused(missed)).isFalse();

    REDIS.start();
    await().atMost(BOUND).until(() -> publish(missed, 600_000));
    await().atMost(BOUND).until(() -> isRefused(missed));
    assertThat(isRefused(first)).isTrue();
    assertThat(count(log, GONE)).isEqualTo(2);
    assertThat(count(log, BACK)).isEqualTo(2);
  }

  private boolean isRefused(String session) {
    var status = graph.as(Tokens.session(ann, session)).send("{ __typename }").status();
    assertThat(status).isIn(200, 401);
    return status == 401;
  }

  private boolean publish(String session, long millisAgo) {
    var at = System.currentTimeMillis() - millisAgo;
    return Boolean.TRUE.equals(redis.opsForZSet().add(EndedSessions.KEY, session, at));
  }

  private static int count(CapturedOutput log, String text) {
    return log.getAll().split(text, -1).length - 1;
  }
}
