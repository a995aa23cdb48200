package dev.lifeos.auth.profile;

import static org.awaitility.Awaitility.await;

import dev.lifeos.auth.AuthTest;
import dev.lifeos.auth.MailBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the tests of profiles and of people's data share: a folder for pictures, and Twilio. */
public abstract class ProfileTest extends AuthTest {

  protected static final Path PICTURES = folder();
  protected static final Twilio TWILIO = Twilio.start();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  @DynamicPropertySource
  static void outside(DynamicPropertyRegistry registry) {
    registry.add("lifeos.avatar.folder", PICTURES::toString);
    registry.add("lifeos.twilio.url", TWILIO::url);
    registry.add("lifeos.twilio.account-sid", () -> Twilio.ACCOUNT);
    registry.add("lifeos.twilio.auth-token", () -> Twilio.TOKEN);
    registry.add("lifeos.twilio.from", () -> Twilio.FROM);
  }

  /** Sends a request to the path of an address that was given out for the edge. */
  protected HttpResponse<byte[]> http(
      String method, String address, @Nullable BodyPublisher body, String... headers) {
    var there = URI.create(address);
    var query = there.getRawQuery() == null ? "" : "?" + there.getRawQuery();
    var request =
        HttpRequest.newBuilder(URI.create(graph.origin() + there.getRawPath() + query))
            .timeout(Duration.ofSeconds(30))
            .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Waits for a mail with that subject. */
  protected static void awaitMail(Somebody person, String subject) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> MailBox.subjects(person.email(), 0).contains(subject));
  }

  private static Path folder() {
    try {
      var folder = Files.createTempDirectory("pictures");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
