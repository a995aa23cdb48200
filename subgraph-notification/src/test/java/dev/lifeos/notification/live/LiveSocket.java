package dev.lifeos.notification.live;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that speaks graphql-transport-ws. */
final class LiveSocket implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private final AtomicInteger closeCode = new AtomicInteger();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  private LiveSocket(String origin) {
    socket =
        HTTP.newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(URI.create(origin.replace("http", "ws") + "/graphql"), new Listener())
            .join();
  }

  /** Connects, and waits for the acknowledgement or for the refusal. */
  static LiveSocket open(String origin, @Nullable String token) {
    var live = new LiveSocket(origin);
    var payload = token == null ? Map.of() : Map.of("Authorization", "Bearer " + token);
    live.send(Map.of("type", "connection_init", "payload", payload));
    await().until(() -> live.closeCode.get() != 0 || !live.of("connection_ack").isEmpty());
    return live;
  }

  /** Subscribes to the events behind that cursor; null for those from now on. */
  LiveSocket subscribe(String id, @Nullable String after) {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("after", after);
    var payload = Map.of("query", Events.SUBSCRIPTION, "variables", variables);
    send(Map.of("type", "subscribe", "id", id, "payload", payload));
    return this;
  }

  List<JsonNode> events() {
    return of("next").stream()
        .map(message -> message.at("/payload/data/notificationEvents"))
        .filter(JsonNode::isObject)
        .toList();
  }

  /** The codes of all errors, whether of the request or of the stream. */
  List<String> errors() {
    return messages.stream().flatMap(message -> Events.codes(message).stream()).toList();
  }

  int closeCode() {
    return closeCode.get();
  }

  private List<JsonNode> of(String type) {
    return messages.stream()
        .filter(message -> message.path("type").asString().equals(type))
        .toList();
  }

  private void send(Object message) {
    socket.sendText(JSON.writeValueAsString(message), true).join();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        messages.add(JSON.readTree(partial.toString()));
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closeCode.set(code);
      return null;
    }
  }
}
