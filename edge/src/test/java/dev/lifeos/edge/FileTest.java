package dev.lifeos.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures and archives: what a person sends and fetches as a file. */
class FileTest {

  private static final int FIVE_MEGABYTES = 5_000_000;
  private static final Upstream ROUTER = Upstream.start();
  private static final Upstream AUTH = Upstream.start();
  private static final Edge EDGE =
      Edge.before(ROUTER, "lifeos.edge.subgraphs.auth=" + AUTH.origin());

  @AfterAll
  static void stop() {
    EDGE.close();
    ROUTER.close();
    AUTH.close();
  }

  @BeforeEach
  void authAnswers() {
    AUTH.received().clear();
    AUTH.answers(Upstream::answer);
  }

  @Test
  void aPictureMayBeKeptByWhoeverShowsIt() {
    var cached = "max-age=31536000, public, immutable";
    AUTH.answers(response ->
        Upstream.answer(
            response
                .header("Cache-Control", cached)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")));

    var picture = EDGE.graph().get("/avatars/abc.webp");

    assertThat(AUTH.last().uri()).isEqualTo("/avatars/abc.webp");
    assertThat(picture.headers().allValues("Cache-Control")).containsExactly(cached);
    assertThat(picture.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox");
    assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void aPictureOfFiveMegabytesIsTakenInByteForByte() {
    var picture = new byte[FIVE_MEGABYTES];
    picture[1_000_000] = 7;

    assertThat(put("/avatars/uploads/once", picture).statusCode()).isEqualTo(200);
    assertThat(AUTH.last().method()).isEqualTo("PUT");
    assertThat(AUTH.last().uri()).isEqualTo("/avatars/uploads/once");
    assertThat(AUTH.last().body()).isEqualTo(picture);
  }

  @Test
  void aLargerOneIsRefusedAndAuthHearsNothingOfIt() {
    var refused = put("/avatars/uploads/once", new byte[6_000_000]);

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(AUTH.received()).isEmpty();
  }

  @Test
  void otherRequestsMayNotBeSoLarge() {
    var answer = EDGE.graph().sendRaw("{\"query\":\"" + "x".repeat(3_000_000) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({"PUT, /avatars/abc.webp", "POST, /avatars/uploads/once", "PUT, /exports/once"})
  void nothingElseIsTakenIn(String method, String path) {
    var request =
        HttpRequest.newBuilder(URI.create(EDGE.origin() + path))
            .method(method, HttpRequest.BodyPublishers.ofString("x"))
            .build();

    assertThat(send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    assertThat(AUTH.received()).isEmpty();
  }

  @Test
  void anArchiveComesPieceByPieceAndIsKeptByNobody() throws Exception {
    AUTH.answers(Upstream::events);
    var request = HttpRequest.newBuilder(URI.create(EDGE.origin() + "/exports/once")).build();

    var archive = send(request, HttpResponse.BodyHandlers.ofInputStream());

    try (var pieces = archive.body()) {
      // It never ends, so to have two pieces is to have them while it lasts.
      assertThat(pieces.readNBytes(26)).hasSize(26);
    }
    assertThat(AUTH.last().uri()).isEqualTo("/exports/once");
    assertThat(archive.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  private static HttpResponse<String> put(String path, byte[] body) {
    return send(
        HttpRequest.newBuilder(URI.create(EDGE.origin() + path))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> send(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return HttpClient.newHttpClient().send(request, handler);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
