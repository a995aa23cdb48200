package dev.lifeos.simulators.google.calendar;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the messages of channels: headers only, and again where the receiver is not well. */
@Component
class Push {
  private static final Logger LOG = LoggerFactory.getLogger(Push.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Set<Integer> AGAIN = Set.of(500, 502, 503, 504);
  private static final int TRIES = 4;
  private static final int AT_ONCE = 200;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(AT_ONCE);

  void send(Channel channel, String state) {
    HttpRequest request = request(channel, state, channel.messages().incrementAndGet());
    if (!places.tryAcquire()) {
      LOG.warn("Too many messages are under way; one for channel {} is lost", channel.id());
      return;
    }
    senders.execute(() -> deliver(request));
  }

  @PreDestroy
  void close() {
    senders.shutdownNow();
    http.shutdownNow();
  }

  private static HttpRequest request(Channel channel, String state, long number) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(channel.address())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; utf-8")
            .header(
                "User-Agent",
                "APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)")
            .header("X-Goog-Channel-ID", channel.id())
            .header("X-Goog-Channel-Expiration", HTTP_DATE.format(channel.expiration()))
            .header("X-Goog-Resource-ID", channel.resourceId())
            .header("X-Goog-Resource-URI", channel.resourceUri())
            .header("X-Goog-Resource-State", state)
            .header("X-Goog-Message-Number", Long.toString(number))
            .POST(HttpRequest.BodyPublishers.noBody());
    if (channel.token() instanceof String token) {
      request.header("X-Goog-Channel-Token", token);
    }
    return request.build();
  }

  private void deliver(HttpRequest request) {
    try {
      for (int tries = 1; tries <= TRIES && !delivered(request); tries++) {
        Thread.sleep(Duration.ofSeconds(1L << tries));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private boolean delivered(HttpRequest request) throws InterruptedException {
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      LOG.info("A calendar's message to {} was answered {}", request.uri(), status);
      return !AGAIN.contains(status);
    } catch (IOException e) {
      LOG.info("A calendar's message to {} did not arrive: {}", request.uri(), e.toString());
      return false;
    }
  }
}
