package dev.lifeos.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {
  @TempDir Path folder;

  @Test
  void whenItsOwnerIsKilledItRunsTheCommand() throws Exception {
    Process owner = owner();
    long watchdog = Long.parseLong(owner.inputReader().readLine());

    owner.destroyForcibly();

    assertThat(ended(watchdog)).isTrue();
    assertThat(folder.resolve("swept")).exists();
  }

  @Test
  void whenItsOwnerEndsWellItDoesNothing() throws Exception {
    Process owner = owner();
    long watchdog = Long.parseLong(owner.inputReader().readLine());

    owner.outputWriter().append("end\n").flush();

    assertThat(ended(watchdog)).isTrue();
    assertThat(owner.waitFor()).isZero();
    assertThat(folder.resolve("swept")).doesNotExist();
  }

  private static boolean ended(long pid) throws Exception {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      process.get().onExit().get(20, TimeUnit.SECONDS);
    }
    return process.filter(ProcessHandle::isAlive).isEmpty();
  }

  private Process owner() throws IOException {
    return new ProcessBuilder(
            JavaCommand.path(),
            "-cp",
            System.getProperty("java.class.path"),
            Owner.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** A process that has a watchdog and ends when it is told to. */
  public static final class Owner {
    private Owner() {}

    /** Prints the watchdog's pid, then waits for a line. */
    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[0]);
      List<String> command = List.of("touch", folder.resolve("swept").toString());
      try (Watchdog watchdog = Watchdog.start(command, Files.createTempFile(folder, "log", ""))) {
        System.out.println(watchdog.pid());
        System.in.read();
      }
    }
  }
}
