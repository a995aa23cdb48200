package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.state.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}. */
@Command(
    name = "status",
    description = {
      "Shows what runs: health, ports, process, resident memory, time since start.",
      "Exits with 0 when everything is well, with 3 when LifeOS is not up or a part is not well."
    })
public final class StatusCommand implements Callable<Integer> {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Context context;

  @Option(names = "--json", description = "Print JSON: up, graphql, memoryBytes and parts.")
  private boolean json;

  /** The command in its context. */
  public StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<State> state = context.running();
    Status status = state.isPresent() ? Status.of(state.get()) : Status.down();
    if (json) {
      context.terminal().line(JSON.writeValueAsString(status));
    } else {
      table(status).forEach(context.terminal()::line);
    }
    return status.well() ? ExitCode.OK : ExitCode.NOT_UP;
  }

  private List<String> table(Status status) {
    return status.up()
        ? new StatusTable(context.terminal()).lines(status)
        : List.of("LifeOS is not up; start it by ./lifeos up.");
  }
}
