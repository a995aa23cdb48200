package dev.lifeos.launcher.process;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** One server under a supervisor, for as long as a test needs it. */
public final class SupervisedServer implements AutoCloseable, PartListener {
  private final Supervisor supervisor;

  /** Starts it and returns when it serves. */
  public SupervisedServer(Part part, Path logs) {
    supervisor = new Supervisor(List.of(List.of(part)), logs, this, Clock.systemUTC());
    supervisor.start();
  }

  @Override
  public void close() throws InterruptedException {
    supervisor.stop();
  }

  @Override
  public void changed() {}

  @Override
  public void ready(String part, Duration after, String where) {}

  @Override
  public void crashed(String part, String why, Duration pause) {}

  @Override
  public void gaveUp(String part, String why, List<String> lastLines) {}

  @Override
  public void stopping(String part) {}
}
