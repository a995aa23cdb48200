package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * A stock subscription client in a process of its own: {@code graphql-ws} or {@code graphql-sse}.
 */
final class LiveClient implements AutoCloseable {

  private static final Path FOLDER = Platform.ROOT.resolve("end-to-end/clients");

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LiveClient(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::read);
  }

  /** Starts one; {@code kind} is {@code ws} or {@code sse}. */
  static LiveClient start(String kind, Platform platform, String token) {
    Packages.install();
    var endpoint = platform.edge().origin() + "/graphql";
    try {
      return new LiveClient(
          new ProcessBuilder("node", FOLDER.resolve("live.mjs").toString(), kind, endpoint, token)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Everything that the client has told so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  void awaitLine(Predicate<String> wanted) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(lines).anyMatch(wanted));
  }

  void awaitEvent(String title) {
    awaitLine(line -> line.equals("{\"event\":\"" + title + "\"}"));
  }

  @Override
  public void close() {
    process.destroy();
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException ended) {
      lines.add("ended");
    }
  }

  private static final class Packages {

    private static final Output INSTALLED =
        Output.of(List.of("npm", "ci", "--prefix", FOLDER.toString()), new HashMap<>());

    static void install() {
      INSTALLED.requireSuccess();
    }
  }
}
