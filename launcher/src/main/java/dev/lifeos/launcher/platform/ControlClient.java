package dev.lifeos.launcher.platform;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.state.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the supervising process for something. */
public final class ControlClient {
  private final Home home;

  /** A client of this LifeOS. */
  public ControlClient(Home home) {
    this.home = home;
  }

  /** Has a part started anew; returns when it serves. */
  public void restart(State state, String part) throws InterruptedException {
    URI uri =
        URI.create("http://127.0.0.1:%d%s%s".formatted(state.control(), Control.RESTART, part));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + home.secrets().password("control"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new Failure(answer.body());
      }
    } catch (IOException e) {
      throw new Failure("LifeOS does not answer; see " + home.log("launcher") + ".");
    }
  }
}
