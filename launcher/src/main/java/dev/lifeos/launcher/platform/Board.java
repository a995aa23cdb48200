package dev.lifeos.launcher.platform;

import dev.lifeos.launcher.net.PortPlan;
import dev.lifeos.launcher.process.PartListener;
import dev.lifeos.launcher.process.RunningProcess;
import dev.lifeos.launcher.process.Supervisor;
import dev.lifeos.launcher.state.Phase;
import dev.lifeos.launcher.state.State;
import dev.lifeos.launcher.state.StateFile;
import dev.lifeos.launcher.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what becomes of the parts: people by the terminal, other commands by the state file. */
final class Board implements PartListener {
  private final Terminal terminal;
  private final StateFile file;
  private final PortPlan ports;
  private final RunningProcess self = RunningProcess.current();

  private @Nullable Supervisor supervisor;
  private int control;
  private Phase phase = Phase.STARTING;
  private @Nullable Double readySeconds;

  Board(Terminal terminal, StateFile file, PortPlan ports) {
    this.terminal = terminal;
    this.file = file;
    this.ports = ports;
  }

  synchronized void open(Supervisor watched, int controlPort) {
    supervisor = watched;
    control = controlPort;
    changed();
  }

  synchronized void enter(Phase next, @Nullable Duration startedIn) {
    phase = next;
    readySeconds = startedIn == null ? readySeconds : (Double) (startedIn.toMillis() / 1000.0);
    changed();
  }

  synchronized boolean stopping() {
    return phase == Phase.STOPPING;
  }

  private synchronized boolean starting() {
    return phase == Phase.STARTING;
  }

  /** Forgets the state; nothing is written any more. */
  synchronized void close() {
    supervisor = null;
    file.delete();
  }

  @Override
  public synchronized void changed() {
    if (supervisor != null) {
      file.write(
          new State(
              State.VERSION,
              phase,
              self.pid(),
              self.startedAt(),
              control,
              "http://localhost:%d/graphql".formatted(ports.edge()),
              readySeconds,
              ports,
              supervisor.states()));
    }
  }

  @Override
  public void ready(String part, Duration after, String where) {
    terminal.step(
        part,
        "%s in %.1f s   %s".formatted(terminal.good("ready"), after.toMillis() / 1000.0, where));
  }

  @Override
  public void crashed(String part, String why, Duration pause) {
    terminal.warning(part, "%s; starting it again in %d s".formatted(why, pause.toSeconds()));
  }

  @Override
  public void gaveUp(String part, String why, List<String> lastLines) {
    if (stopping()) {
      return;
    }
    terminal.warning(part, why);
    lastLines.forEach(line -> terminal.line("    " + line));
    if (!starting()) {
      terminal.warning(
          part,
          "is not started again by itself: ./lifeos logs %s shows why, ./lifeos restart %s tries again"
              .formatted(part, part));
    }
  }

  @Override
  public void stopping(String part) {
    if (stopping()) {
      terminal.step(part, "stopping");
    }
  }
}
