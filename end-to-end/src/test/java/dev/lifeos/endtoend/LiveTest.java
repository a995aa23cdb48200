package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A notification arrives live, over graphql-transport-ws. */
class LiveTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Platform platform = Platform.shared();

  @Test
  void a_notification_arrives_while_one_waits() throws InterruptedException {
    var administrator = Person.administrator(platform, platform.router());
    var person = Person.register(platform.router());
    var messages = new Messages();
    var socket = connect(messages);
    socket.sendText(
        JSON.writeValueAsString(
            Map.of(
                "type",
                "connection_init",
                "payload",
                Map.of("authorization", "Bearer " + person.token()))),
        true);
    assertThat(messages.next()).contains("connection_ack");
    var subscription =
        "subscription { notificationEvents { cursor kind notification { title } counts { unread } } }";
    socket.sendText(
        JSON.writeValueAsString(
            Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", subscription))),
        true);

    // The subscription is live when a first event has come; a notification sent before that is not
    // one of its events.
    String event = null;
    for (var attempt = 0; event == null && attempt < 20; attempt++) {
      administrator.change(
          "sendNotification",
          Map.of("userId", person.id(), "topic", "SYSTEM", "title", "Live", "message", "Now."),
          "notification { id }");
      event = messages.poll(Duration.ofSeconds(1));
    }
    assertThat(event).contains("\"type\":\"next\"").contains("Live").contains("CREATED");
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
  }

  private WebSocket connect(Messages messages) {
    var url = platform.at("notification").origin().replace("http://", "ws://") + "/graphql";
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .subprotocols("graphql-transport-ws")
        .connectTimeout(Duration.ofSeconds(10))
        .buildAsync(URI.create(url), messages)
        .join();
  }

  private static final class Messages implements WebSocket.Listener {

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    String next() throws InterruptedException {
      return String.valueOf(poll(Duration.ofSeconds(20)));
    }

    @Nullable String poll(Duration atMost) throws InterruptedException {
      return received.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        received.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
