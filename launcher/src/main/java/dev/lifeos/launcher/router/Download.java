package dev.lifeos.launcher.router;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches from the web, and gives up within seconds where there is none. */
final class Download {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration FIRST_BYTE = Duration.ofSeconds(6);
  private static final Duration WHOLE = Duration.ofMinutes(5);

  byte[] bytes(URI from) throws IOException, InterruptedException {
    return get(from, HttpResponse.BodyHandlers.ofByteArray());
  }

  void file(URI from, Path to) throws IOException, InterruptedException {
    get(from, HttpResponse.BodyHandlers.ofFile(to));
  }

  private static <T> T get(URI from, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(FIRST_BYTE).build();
      return successful(from, client.sendAsync(request, body));
    }
  }

  private static <T> T successful(URI from, CompletableFuture<HttpResponse<T>> pending)
      throws IOException, InterruptedException {
    try {
      HttpResponse<T> response = pending.get(WHOLE.toSeconds(), TimeUnit.SECONDS);
      if (response.statusCode() == 200) {
        return response.body();
      }
      throw new IOException("%s answers %d".formatted(from, response.statusCode()));
    } catch (ExecutionException | TimeoutException e) {
      pending.cancel(true);
      throw new IOException("no connection to " + from.getHost(), e);
    }
  }
}
