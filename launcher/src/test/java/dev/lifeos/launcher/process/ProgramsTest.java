package dev.lifeos.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  private static final Path TRUE = Path.of("/bin/true");
  private static final int TIMES = 300;
  private static final int STARTERS = 4;
  private static final Executor THREADS = task -> Thread.ofPlatform().start(task);

  @Test
  void aProgramThatWasJustWrittenCanBeRunWhileOthersAreStarted(@TempDir Path folder)
      throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> others =
        CompletableFuture.allOf(
            IntStream.range(0, STARTERS)
                .mapToObj(starter -> CompletableFuture.runAsync(() -> startUntil(over), THREADS))
                .toArray(CompletableFuture[]::new));
    try {
      for (int time = 0; time < TIMES; time++) {
        Path program = folder.resolve("program-" + time);
        Programs.write(() -> Files.copy(TRUE, program));
        assertThat(Programs.start(new ProcessBuilder(program.toString())).waitFor()).isZero();
      }
    } finally {
      over.set(true);
      others.join();
    }
  }

  private static void startUntil(AtomicBoolean over) {
    while (!over.get()) {
      try {
        Programs.start(new ProcessBuilder(TRUE.toString())).waitFor();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
