package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.platform.Leftovers;
import dev.lifeos.launcher.process.RunningProcess;
import dev.lifeos.launcher.process.StopSignal;
import dev.lifeos.launcher.state.State;
import dev.lifeos.launcher.state.StateFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code down}. */
@Command(
    name = "down",
    description = {
      "Stops everything in order and keeps the data.",
      "Also ends what a killed launcher left behind."
    })
public final class DownCommand implements Callable<Integer> {
  private static final Duration GRACE = Duration.ofSeconds(90);

  private final Context context;

  /** The command in its context. */
  public DownCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<State> state = context.recorded();
    if (state.isEmpty()) {
      context.terminal().line("LifeOS is not up.");
      return ExitCode.OK;
    }
    stop(state.get());
    return ExitCode.OK;
  }

  private void stop(State state) throws InterruptedException {
    RunningProcess supervisor = new RunningProcess(state.pid(), state.startedAt());
    if (supervisor.alive()) {
      context.terminal().line("Stopping LifeOS …");
      supervisor.end(StopSignal.TERM, GRACE);
    }
    // The state as it was when the supervisor ended: a part may have been started anew meanwhile.
    List<String> left = Leftovers.end(context.recorded().orElse(state));
    if (!left.isEmpty()) {
      context.terminal().line("Ended what was left: " + String.join(", ", left));
    }
    new StateFile(context.home().run()).delete();
    context.terminal().line("LifeOS is down; its data is kept.");
  }
}
