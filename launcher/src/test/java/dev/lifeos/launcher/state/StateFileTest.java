package dev.lifeos.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.launcher.net.PortPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00.120Z");
  private static final PartState AUTH =
      new PartState(
          "auth",
          Kind.SUBGRAPH,
          PartStatus.READY,
          4711L,
          START,
          3001,
          "http://127.0.0.1:3001/graphql",
          "http://127.0.0.1:3001/actuator/health/readiness",
          null,
          "/logs/auth.log",
          0);
  private static final State STATE =
      new State(
          1,
          Phase.READY,
          42,
          START,
          50_000,
          "http://127.0.0.1:4000/graphql",
          12.3,
          PortPlan.from(13_000),
          List.of(AUTH));

  @TempDir Path run;

  @Test
  void whatIsWrittenIsReadAgain() {
    file().write(STATE);

    assertThat(file().read()).contains(STATE);
    assertThat(STATE.part("auth")).contains(AUTH);
  }

  @Test
  void theFormatIsTheDocumentedOne() throws IOException {
    file().write(STATE);

    assertThat(Files.readString(run.resolve("state.json")))
        .contains("\"version\" : 1", "\"phase\" : \"READY\"", "\"name\" : \"auth\"")
        .contains("\"startedAt\" : \"2026-03-01T08:00:00.120Z\"", "\"port\" : 3001");
  }

  @Test
  void withoutAFileNothingRuns() {
    assertThat(file().read()).isEmpty();
  }

  @Test
  void aFileOfAnotherFormatIsAsNone() throws IOException {
    Files.writeString(run.resolve("state.json"), "{\"version\": ");
    assertThat(file().read()).isEmpty();

    file().write(new State(2, Phase.READY, 42, START, 1, null, null, null, List.of()));
    assertThat(file().read()).isEmpty();
  }

  private StateFile file() {
    return new StateFile(run);
  }
}
