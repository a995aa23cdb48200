package dev.lifeos.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema registry learns who sends what, and nothing of a person. */
class UsageTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path folder;

  @Test
  void operationsAreCountedByClientWithoutTheirValues() throws IOException {
    var file = folder.resolve("usage.ndjson");
    try (var upstream = Upstream.start();
        var edge = Edge.before(upstream, "lifeos.edge.usage.file=" + file)) {
      var web =
          edge.graph()
              .with("apollographql-client-name", "web")
              .with("apollographql-client-version", "4.2.0");
      var document = "mutation Add { add(name: \"Ann Example\", weight: 81, kind: SECRET) { id } }";
      web.send(document);
      web.send(document.replace("Ann", "Bob").replace("81", "90"));
      web.send("{ me {");
      edge.graph().with("apollographql-client-name", "a\tb").send("{ me { id } }");
    }

    var lines = read(file);
    assertThat(Files.readString(file)).doesNotContain("Example", "81", "90", "\\t");
    assertThat(lines).hasSize(2);
    var web =
        lines.stream().filter(line -> text(line, "client").equals("web")).findAny().orElseThrow();
    assertThat(text(web, "version")).isEqualTo("4.2.0");
    assertThat(text(web, "document")).contains("add(name:\"\",weight:0,kind:SECRET)");
    assertThat(web.get("count").asInt()).isEqualTo(2);
    assertThat(text(web, "day")).matches("\\d{4}-\\d{2}-\\d{2}");
  }

  @Test
  void countsAreWrittenWhileTheEdgeRuns() throws IOException {
    var file = folder.resolve("usage.ndjson");
    try (var upstream = Upstream.start();
        var edge =
            Edge.before(
                upstream, "lifeos.edge.usage.file=" + file, "lifeos.edge.usage.every=50ms")) {
      edge.graph().send("{ me { id } }");

      await().untilAsserted(() -> assertThat(file).exists().isNotEmptyFile());
    }
    assertThat(read(file)).hasSize(1);
  }

  @Test
  void whoMakesUpOperationsFillsNothing() throws IOException {
    var file = folder.resolve("usage.ndjson");
    try (var upstream = Upstream.start();
        var edge =
            Edge.before(upstream, "lifeos.edge.usage.file=" + file, "lifeos.edge.usage.most=3")) {
      for (var number = 0; number < 10; number++) {
        edge.graph().send("{ f" + number + " }");
      }
    }

    assertThat(read(file)).hasSize(3);
  }

  private static List<JsonNode> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(JSON::readTree).toList();
  }

  private static String text(JsonNode line, String name) {
    return line.get(name).asString();
  }
}
