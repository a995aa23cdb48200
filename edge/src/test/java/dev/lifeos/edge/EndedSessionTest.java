package dev.lifeos.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.test.StoppableRedis;
import dev.lifeos.test.Tokens;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whose session has ended is refused at the door within five seconds, also over a Redis outage. */
@ExtendWith(OutputCaptureExtension.class)
class EndedSessionTest {

  private static final String KEY = "lifeos:revoked-sessions";
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final String GONE = "left to the tokens' short lives";
  private static final UUID ANN = UUID.randomUUID();
  private static final Upstream UPSTREAM = Upstream.start();
  private static final StoppableRedis REDIS = new StoppableRedis();
  private static final Edge EDGE =
      Edge.before(
          UPSTREAM,
          "lifeos.edge.limit.redis-url=" + REDIS.url(),
          "lifeos.edge.limit.policies.bad-token.tokens=100000");

  @BeforeAll
  static void start() {
    REDIS.start();
  }

  @AfterAll
  static void stop() {
    EDGE.close();
    UPSTREAM.close();
    REDIS.close();
  }

  @Test
  void itsTokensAreRefusedAndStayRefusedAndWhatWasMissedIsCaughtUp(CapturedOutput log) {
    var first = UUID.randomUUID().toString();
    assertThat(status(first)).isEqualTo(200);
    publish(first, 0);
    await().atMost(BOUND).until(() -> status(first) == 401);
    var asked = UPSTREAM.received().size();
    var refused = EDGE.graph().as(Tokens.session(ANN, first)).send("{ me { id } }");
    assertThat(refused.firstErrorCode()).isEqualTo("UNAUTHENTICATED");
    assertThat(UPSTREAM.received()).hasSize(asked);
    assertThat(EDGE.graph().as(Tokens.service("finance")).send("{ me { id } }").status())
        .isEqualTo(200);

    var before = count(log, GONE);
    REDIS.stop();
    await().atMost(BOUND.multipliedBy(2)).until(() -> count(log, GONE) == before + 1);
    var missed = UUID.randomUUID().toString();
    assertThat(status(missed)).isEqualTo(200);
    assertThat(status(first)).isEqualTo(401);

    REDIS.start();
    publish(missed, 600_000);
    await().atMost(BOUND).until(() -> status(missed) == 401);
    assertThat(status(first)).isEqualTo(401);
    assertThat(count(log, GONE)).isEqualTo(before + 1);
    assertThat(log.getAll()).contains("Redis answers again");
  }

  private static int count(CapturedOutput log, String text) {
    return log.getAll().split(text, -1).length - 1;
  }

  private static int status(String session) {
    return EDGE.graph().as(Tokens.session(ANN, session)).send("{ me { id } }").status();
  }

  private static void publish(String session, long millisAgo) {
    try (var client = RedisClient.create(REDIS.url().toString());
        var connection = client.connect()) {
      connection.sync().zadd(KEY, System.currentTimeMillis() - millisAgo, session);
    }
  }
}
