package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.platform.ControlClient;
import dev.lifeos.launcher.state.PartState;
import dev.lifeos.launcher.state.State;
import dev.lifeos.launcher.subgraph.Subgraph;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code restart}. */
@Command(
    name = "restart",
    description = {
      "Starts one part anew, from what is built now, and waits until it serves.",
      "Also revives a part that crashed too often."
    })
public final class RestartCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "NAME", description = "A part, as ./lifeos status names it.")
  private String name = "";

  /** The command in its context. */
  public RestartCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    State state = context.requireRunning();
    // What crashes and is told of has that name where the subgraphs share a process.
    if (state.part(name).isEmpty() && !name.equals(Subgraph.ALL_IN_ONE.title())) {
      List<String> names = state.parts().stream().map(PartState::name).toList();
      throw new Failure(
          ExitCode.USAGE,
          "There is no part named %s; there are: %s.".formatted(name, String.join(", ", names)));
    }
    new ControlClient(context.home()).restart(state, name);
    context.terminal().line(name + " runs anew.");
    return ExitCode.OK;
  }
}
