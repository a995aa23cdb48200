package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.platform.Leftovers;
import dev.lifeos.launcher.process.RunningProcess;
import dev.lifeos.launcher.state.State;
import dev.lifeos.launcher.state.StateFile;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sweep}: what the watchdog runs when the supervising process was killed. */
@Command(
    name = "sweep",
    hidden = true,
    description = "Ends the parts that a killed supervisor left behind.")
public final class SweepCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Context context;

  @Parameters(paramLabel = "PID", description = "The killed supervisor.")
  private long supervisor;

  /** The command in its context. */
  public SweepCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<State> state = context.recorded().filter(each -> each.pid() == supervisor);
    if (state.isPresent() && gone(state.get())) {
      context.terminal().line("The launcher was killed; ending what it left.");
      Leftovers.end(state.get());
      forget();
    }
    return ExitCode.OK;
  }

  private static boolean gone(State state) throws InterruptedException {
    return new RunningProcess(state.pid(), state.startedAt()).ended(PATIENCE);
  }

  // Another up may have begun meanwhile, and the file would be its own.
  private void forget() {
    if (context.recorded().filter(each -> each.pid() == supervisor).isPresent()) {
      new StateFile(context.home().run()).delete();
    }
  }
}
