package dev.lifeos.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.starter.session.EndedSessions;
import dev.lifeos.test.Graph;
import dev.lifeos.test.SubgraphTest;
import dev.lifeos.test.Tokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What auth publishes of ended sessions counts here within five seconds. */
@SubgraphTest
class EndedSessionsTest {

  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final String QUERY = "{ __typename }";

  private final UUID ann = UUID.randomUUID();

  @Autowired private Graph graph;
  @Autowired private StringRedisTemplate redis;

  @Test
  void the_tokens_of_an_ended_session_are_refused_those_of_another_are_not() {
    var ended = UUID.randomUUID().toString();
    var known = Tokens.session(ann, ended);
    var other = Tokens.session(ann, UUID.randomUUID().toString());
    graph.as(known).send(QUERY).ok();

    redis.opsForZSet().add(EndedSessions.KEY, ended, System.currentTimeMillis());

    await().atMost(BOUND).until(() -> graph.as(known).send(QUERY).status() == 401);
    var refused = graph.as(Tokens.session(ann, ended)).send(QUERY);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.firstErrorCode()).isEqualTo("UNAUTHENTICATED");
    assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
    graph.as(other).send(QUERY).ok();
    graph.as(Tokens.service("batch")).send(QUERY).ok();
  }

  @Test
  void a_clock_of_auth_that_is_half_a_minute_behind_hides_nothing() {
    var ahead = UUID.randomUUID().toString();
    var behind = UUID.randomUUID().toString();
    var now = System.currentTimeMillis();
    redis.opsForZSet().add(EndedSessions.KEY, ahead, now);
    refusedInTime(ahead);

    redis.opsForZSet().add(EndedSessions.KEY, behind, now - 30_000.0);

    refusedInTime(behind);
  }

  private void refusedInTime(String session) {
    var token = Tokens.session(ann, session);
    await().atMost(BOUND).until(() -> graph.as(token).send(QUERY).status() == 401);
  }
}
