package dev.lifeos.launcher.process;

import dev.lifeos.launcher.state.PartState;
import dev.lifeos.launcher.state.PartStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of a part, from its start to its end. */
final class Attempt {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Part part;
  private final Launch launch;
  private final LogFile log;
  private volatile @Nullable Process process;
  private volatile @Nullable RunningProcess running;

  Attempt(Part part, Launch launch, LogFile log) {
    this.part = part;
    this.launch = launch;
    this.log = log;
  }

  static PartState none(Part part, Path log, PartStatus status, int restarts) {
    return new PartState(
        part.name(), part.kind(), status, null, null, null, null, null, null, "" + log, restarts);
  }

  void start() throws IOException {
    log.rotate();
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.of(launch.command()))
            .directory(launch.directory().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
    builder.environment().putAll(launch.environment());
    Process started = Programs.start(builder);
    running = RunningProcess.of(started.toHandle());
    process = started;
  }

  boolean started() {
    return process != null;
  }

  /**
   * True when the part serves, false when the process ended or took too long (it is ended then).
   */
  boolean awaitReady() throws InterruptedException {
    Process current = current();
    long until = System.nanoTime() + part.patience().toNanos();
    while (!current.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
      if (part.ready(launch)) {
        return true;
      }
      if (System.nanoTime() > until) {
        end();
      }
    }
    return false;
  }

  /** Waits for the process' end and says how it ended. */
  String awaitEnd() throws InterruptedException {
    return describe(current().waitFor());
  }

  void end() throws InterruptedException {
    RunningProcess current = running;
    if (current != null) {
      current.end(launch.stop(), launch.grace());
    }
  }

  String where() {
    return launch.detail() == null ? launch.url() : launch.url() + "  " + launch.detail();
  }

  PartState state(PartStatus status, int restarts) {
    RunningProcess current = running;
    RunningProcess live = current != null && current.alive() ? current : null;
    return new PartState(
        part.name(),
        part.kind(),
        status,
        live == null ? null : live.pid(),
        live == null ? null : live.startedAt(),
        launch.port(),
        launch.url(),
        launch.health() == null ? null : launch.health().toString(),
        launch.detail(),
        log.path().toString(),
        restarts);
  }

  private Process current() {
    Process current = process;
    if (current == null) {
      throw new IllegalStateException("not started");
    }
    return current;
  }

  private static String describe(int exitValue) {
    // The JVM reports death by signal n as 128 + n, as shells do.
    return exitValue > 128
        ? "it was killed by signal " + (exitValue - 128)
        : "it exited with code " + exitValue;
  }
}
