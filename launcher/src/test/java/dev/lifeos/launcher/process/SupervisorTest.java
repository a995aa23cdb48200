package dev.lifeos.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.state.PartState;
import dev.lifeos.launcher.state.PartStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  @TempDir Path folder;
  private final Heard heard = new Heard();
  private Supervisor supervisor = new Supervisor(List.of(), Path.of(""), heard, Clock.systemUTC());

  @AfterEach
  void stop() throws InterruptedException {
    supervisor.stop();
  }

  @Test
  void stagesStartInOrderAndStopInTheOppositeOrder() throws InterruptedException {
    supervise(List.of(List.of(serving("database")), List.of(serving("router"))));

    supervisor.start();
    List<RunningProcess> processes =
        supervisor.states().stream().map(SupervisorTest::process).toList();
    assertThat(processes).allMatch(RunningProcess::alive);
    supervisor.stop();

    assertThat(List.of(heard.next(), heard.next(), heard.next(), heard.next()))
        .containsExactly("database ready", "router ready", "router stopping", "database stopping");
    assertThat(processes).noneMatch(RunningProcess::alive);
    assertThat(supervisor.states()).allMatch(state -> state.status() == PartStatus.STOPPED);
  }

  @Test
  void aPartThatIsKilledIsShownAndStartedAgain() throws InterruptedException {
    supervise(List.of(List.of(serving("auth"))));
    supervisor.start();
    RunningProcess first = process(only());

    first.handle().orElseThrow().destroyForcibly();

    assertThat(heard.next()).isEqualTo("auth ready");
    assertThat(heard.next()).isEqualTo("auth crashed: it was killed by signal 9");
    assertThat(heard.next()).isEqualTo("auth ready");
    assertThat(process(only())).isNotEqualTo(first).matches(RunningProcess::alive);
    assertThat(only().restarts()).isEqualTo(1);
  }

  @Test
  void aPartThatEndsBeforeItServesFailsTheStartWithItsLastLines() throws InterruptedException {
    supervise(
        List.of(
            List.of(new ShellPart("auth", folder, "echo no database; exit 3"), serving("health"))));

    assertThatThrownBy(supervisor::start)
        .isInstanceOf(Failure.class)
        .hasMessage("auth did not start: it exited with code 3");
    assertThat(List.of(heard.next(), heard.next()))
        .contains("auth gave up: it exited with code 3 [no database]");
  }

  @Test
  void aPartThatWasGivenUpCanBeRevived() throws InterruptedException {
    // It fails at its first start only.
    String script =
        "[ -e once ] || { touch once; exit 1; }; touch \"$READY\"; exec tail -f /dev/null";
    supervise(List.of(List.of(new ShellPart("auth", folder, script))));
    assertThatThrownBy(supervisor::start).isInstanceOf(Failure.class);
    assertThat(only().status()).isEqualTo(PartStatus.FAILED);

    supervisor.restart("auth");

    assertThat(only().status()).isEqualTo(PartStatus.READY);
  }

  @Test
  void aRestartOnPurposeEndsTheProcessAndPreparesANewOne() throws InterruptedException {
    ShellPart part = serving("auth");
    supervise(List.of(List.of(part)));
    supervisor.start();
    RunningProcess first = process(only());

    supervisor.restart("auth");

    assertThat(first.alive()).isFalse();
    assertThat(process(only()).alive()).isTrue();
    assertThat(part.prepared).hasValue(2);
    assertThat(only().restarts()).isZero();
  }

  @Test
  void aPartThatDoesNotExistCannotBeRestarted() {
    supervise(List.of(List.of(serving("auth"))));

    assertThatThrownBy(() -> supervisor.restart("aut")).isInstanceOf(Failure.class);
  }

  private void supervise(List<List<Part>> stages) {
    supervisor = new Supervisor(stages, folder, heard, Clock.systemUTC());
  }

  private ShellPart serving(String name) {
    return ShellPart.serving(name, folder);
  }

  private PartState only() {
    return supervisor.states().getFirst();
  }

  private static RunningProcess process(PartState state) {
    return RunningProcess.of(state).orElseThrow();
  }
}
