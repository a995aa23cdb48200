package dev.lifeos.notification.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.notification.InboxTestBase;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.session.EndedSessions;
import dev.lifeos.test.Tokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Who was logged out hears nothing more. */
class EndedSessionTest extends InboxTestBase {

  private static final Duration BOUND = Duration.ofSeconds(5);

  @Autowired private StringRedisTemplate redis;

  @Test
  void itsSocketIsClosedAndItsStreamEndsAndAnotherSessionGoesOn() {
    var ended = UUID.randomUUID().toString();
    var token = Tokens.session(ann, ended);
    var start = Cursor.of(ann, 0).encode();
    try (var socket = LiveSocket.open(graph.origin(), token).subscribe("1", start);
        var idle = LiveSocket.open(graph.origin(), token);
        var stream = LiveStream.open(graph.origin(), token, start);
        var other = LiveSocket.open(graph.origin(), Tokens.person(ann)).subscribe("1", start)) {
      send(ann, "Before");
      await().atMost(BOUND).until(() -> socket.events().size() == 1 && stream.events().size() == 1);

      redis.opsForZSet().add(EndedSessions.KEY, ended, System.currentTimeMillis());

      await()
          .atMost(BOUND)
          .until(() -> socket.closeCode() != 0 && idle.closeCode() != 0 && stream.ended());
      assertThat(socket.closeCode()).isEqualTo(4401);
      assertThat(idle.closeCode()).isEqualTo(4401);
      assertThat(stream.errors()).containsExactly("UNAUTHENTICATED");

      send(ann, "After");
      await().atMost(BOUND).until(() -> other.events().size() == 2);
      assertThat(socket.events()).hasSize(1);
      assertThat(stream.events()).hasSize(1);
    }
    try (var again = LiveSocket.open(graph.origin(), token)) {
      assertThat(again.closeCode()).isIn(4401, 4403);
    }
  }
}
