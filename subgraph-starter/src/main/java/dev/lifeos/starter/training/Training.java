package dev.lifeos.starter.training;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** Sends what stands in {@code training/*.graphql} to this server until the time is over. */
class Training implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Training.class);

  private static final String DOCUMENTS = "classpath*:training/*.graphql";
  private static final int REQUESTS_PER_PERSON = 8;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Duration howLong;
  private final TrainingTokens tokens;
  private final ConfigurableApplicationContext context;
  private final JsonMapper json = new JsonMapper();

  Training(Duration howLong, TrainingTokens tokens, ConfigurableApplicationContext context) {
    this.howLong = howLong;
    this.tokens = tokens;
    this.context = context;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    try {
      LOG.info("Trained by {} requests", train());
    } catch (IOException failure) {
      throw new IllegalStateException("The training failed.", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    // The JVM ends when nothing else runs in it.
    context.close();
  }

  private int train() throws IOException, InterruptedException {
    var documents = documents();
    var end = System.nanoTime() + howLong.toNanos();
    var sent = 0;
    try (var client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && !documents.isEmpty()) {
        sent += askFor(UUID.randomUUID(), documents, client);
      }
    }
    return sent;
  }

  private int askFor(UUID person, List<String> documents, HttpClient client)
      throws IOException, InterruptedException {
    var token = tokens.of(person);
    for (int turn = 0; turn < REQUESTS_PER_PERSON; turn++) {
      for (var document : documents) {
        client.send(request(document, person, token), BodyHandlers.ofString());
      }
    }
    return REQUESTS_PER_PERSON * documents.size();
  }

  private HttpRequest request(String document, UUID person, String token) {
    var people = List.of(Map.of("__typename", "User", "id", person.toString()));
    var body = Map.of("query", document, "variables", Map.of("people", people));
    var port = context.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token)
        .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
        .build();
  }

  private static List<String> documents() throws IOException {
    var found = new ArrayList<String>();
    for (var each : new PathMatchingResourcePatternResolver().getResources(DOCUMENTS)) {
      found.add(each.getContentAsString(StandardCharsets.UTF_8));
    }
    return found;
  }
}
