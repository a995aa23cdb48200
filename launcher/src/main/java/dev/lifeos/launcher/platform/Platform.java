package dev.lifeos.launcher.platform;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.net.PortPlan;
import dev.lifeos.launcher.process.Supervisor;
import dev.lifeos.launcher.process.Watchdog;
import dev.lifeos.launcher.state.Phase;
import dev.lifeos.launcher.state.StateFile;
import dev.lifeos.launcher.terminal.Terminal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** The whole LifeOS as run by this process, from start to stop. */
public final class Platform {
  private final Terminal terminal;
  private final UpLock lock;
  private final Board board;
  private final Supervisor supervisor;
  private final Control control;
  private final Watchdog watchdog;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final CountDownLatch gone = new CountDownLatch(1);

  /** Everything made ready; no part runs yet. */
  public Platform(
      Home home,
      PortPlan ports,
      boolean allInOne,
      Map<String, String> environment,
      Terminal terminal,
      UpLock lock)
      throws IOException {
    this.terminal = terminal;
    this.lock = lock;
    board = new Board(terminal, new StateFile(home.run()), ports);
    supervisor =
        new Supervisor(
            Parts.of(home, ports, allInOne, environment, terminal),
            home.logs(),
            board,
            Clock.systemUTC());
    control = new Control(supervisor, home.secrets().password("control"));
    watchdog =
        Watchdog.start(
            SelfCommand.with("sweep", Long.toString(ProcessHandle.current().pid())),
            home.log("launcher"));
  }

  /** Starts all parts; on failure everything is stopped again. */
  public Duration start() {
    long from = System.nanoTime();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    board.open(supervisor, control.port());
    try {
      supervisor.start();
    } catch (Failure e) {
      boolean asked = board.stopping();
      stop();
      throw asked ? new Failure("Stopped while starting.") : e;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    board.enter(Phase.READY, took);
    return took;
  }

  /** Returns when all was stopped, by a signal. */
  public void awaitStop() throws InterruptedException {
    gone.await();
  }

  /** Stops the router, the subgraphs, Redis and PostgreSQL; returns when no process is left. */
  public void stop() {
    if (!stopped.compareAndSet(false, true)) {
      awaitGone();
      return;
    }
    try {
      terminal.line("Stopping …");
      board.enter(Phase.STOPPING, null);
      supervisor.stop();
      control.close();
      board.close();
      watchdog.close();
      lock.close();
      terminal.line("Stopped.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      terminal.line("While stopping: " + e.getMessage());
    } finally {
      gone.countDown();
    }
  }

  private void awaitGone() {
    try {
      gone.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
