package dev.lifeos.launcher.demo;

import dev.lifeos.launcher.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulators' mail box, where a new person's mail arrives. */
public final class MailBox {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration UNTIL_IT_COMES = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final Pattern TOKEN =
      Pattern.compile("/account/verify-email#token=([\\w-]+(?:\\.[\\w-]+)*)");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final URI simulators;

  /** The mail box of the simulators at an address. */
  public MailBox(URI simulators) {
    this.simulators = simulators;
  }

  /** The mails that are there now. */
  Set<String> present(String address) {
    Set<String> ids = new HashSet<>();
    mails(address).forEach(mail -> ids.add(mail.path("id").asString("")));
    return ids;
  }

  /** The token of the first mail that comes besides those; without one in it the person exists. */
  String verification(String address, Set<String> besides) {
    long until = System.nanoTime() + UNTIL_IT_COMES.toNanos();
    while (System.nanoTime() < until) {
      Optional<JsonNode> mail = fresh(address, besides);
      if (mail.isPresent()) {
        return token(address, mail.get().path("text").asString(""));
      }
      pause();
    }
    throw new Failure(
        "No mail came to %s; see ./lifeos logs auth and ./lifeos logs simulators."
            .formatted(address));
  }

  private static String token(String address, String text) {
    Matcher token = TOKEN.matcher(text);
    if (!token.find()) {
      throw new Failure(
          "%s is registered already, with another password; ./lifeos reset begins anew."
              .formatted(address));
    }
    return token.group(1);
  }

  private Optional<JsonNode> fresh(String address, Set<String> besides) {
    return StreamSupport.stream(mails(address).spliterator(), false)
        .filter(mail -> !besides.contains(mail.path("id").asString("")))
        .findFirst();
  }

  private JsonNode mails(String address) {
    URI uri =
        simulators.resolve(
            "/mail/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    } catch (IOException | JacksonException e) {
      throw new Failure("The mail box does not answer at %s; see ./lifeos status.".formatted(uri));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.");
    }
  }
}
