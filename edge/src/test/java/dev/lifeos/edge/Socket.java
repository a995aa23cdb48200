package dev.lifeos.edge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client's WebSocket. */
final class Socket implements WebSocket.Listener {

  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();

  private Socket() {}

  static Opened open(URI at, String... headers) {
    var listener = new Socket();
    var builder =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .connectTimeout(Duration.ofSeconds(10));
    for (var i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return new Opened(builder.buildAsync(at, listener).join(), listener);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      messages.add(part.toString());
      part.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    closed.complete(failure.toString());
  }

  /** One that is open. */
  record Opened(WebSocket socket, Socket listener) {

    Opened send(String text) {
      socket.sendText(text, true).join();
      return this;
    }

    List<String> messages() {
      return listener.messages;
    }

    /** Code and reason with which the edge closed it. */
    String closing() {
      return listener.closed.orTimeout(20, TimeUnit.SECONDS).join();
    }
  }
}
