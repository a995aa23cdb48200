package dev.lifeos.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunningProcessTest {
  @Test
  void aLaterProcessWithTheSamePidIsNotMistakenForIt() {
    RunningProcess current = RunningProcess.current();

    assertThat(current.alive()).isTrue();
    assertThat(new RunningProcess(current.pid(), current.startedAt().minusSeconds(60)).alive())
        .isFalse();
  }

  @Test
  void whatDoesNotEndByTheSignalEndsByForce() throws IOException, InterruptedException {
    Process stubborn =
        new ProcessBuilder(
                "/bin/sh", "-c", "trap '' TERM; echo armed; while :; do tail -f /dev/null; done")
            .start();
    assertThat(stubborn.inputReader().readLine()).isEqualTo("armed");

    RunningProcess.of(stubborn.toHandle()).end(StopSignal.TERM, Duration.ofMillis(300));

    assertThat(stubborn.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theInterruptSignalReachesTheProcess() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", "trap 'exit 7' INT; echo armed; read -r never").start();
    assertThat(process.inputReader().readLine()).isEqualTo("armed");

    RunningProcess.of(process.toHandle()).end(StopSignal.INT, Duration.ofSeconds(10));

    // The process is gone before Java's own reaper has noted how.
    assertThat(process.waitFor()).isEqualTo(7);
  }
}
