package dev.lifeos.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody with an account at the simulated Google.
 *
 * @param email their address there
 */
record GoogleAccount(String email) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Says yes on Google's page; what Google sends the browser back with. */
  Map<String, String> allow(URI authorizationUrl) {
    var form =
        authorizationUrl.getRawQuery()
            + "&account=other&name=Gil+Google&decision=allow&email="
            + email.replace("@", "%40");
    var page = URI.create(authorizationUrl.toString().split("\\?", 2)[0]);
    var request =
        HttpRequest.newBuilder(page)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (var browser = HttpClient.newHttpClient()) {
      var answer = browser.send(request, BodyHandlers.ofString());
      var back = answer.headers().firstValue("Location");
      return parameters(URI.create(back.orElseThrow(() -> new AssertionError(answer.body()))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Map<String, String> parameters(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
