package dev.lifeos.launcher;

import dev.lifeos.launcher.command.AuthCommand;
import dev.lifeos.launcher.command.Context;
import dev.lifeos.launcher.command.DemoCommand;
import dev.lifeos.launcher.command.DownCommand;
import dev.lifeos.launcher.command.LogsCommand;
import dev.lifeos.launcher.command.ResetCommand;
import dev.lifeos.launcher.command.RestartCommand;
import dev.lifeos.launcher.command.RouterCommand;
import dev.lifeos.launcher.command.StatusCommand;
import dev.lifeos.launcher.command.SweepCommand;
import dev.lifeos.launcher.command.UpCommand;
import dev.lifeos.launcher.command.VersionCommand;
import dev.lifeos.launcher.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line {@code ./lifeos}. */
@Command(
    name = "lifeos",
    synopsisSubcommandLabel = "COMMAND",
    description = "A person's life dashboard behind one GraphQL endpoint, on this machine.",
    footer = {
      "%nThe schema registry: ./lifeos schema --help tells of it. Measuring: ./lifeos bench --help.",
      "%nExit codes: 0 all went well; 1 it did not work; 2 the command line was not understood;",
      "3 LifeOS is not up or a part is not well; 4 the machine lacks something (port, disk, tool).",
      "./lifeos COMMAND --help tells more of each."
    })
public final class Launcher {
  private Launcher() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    Context context = new Context(System.getenv(), Terminal.standard(System.getenv()));
    System.exit(commandLine(context).execute(arguments));
  }

  static CommandLine commandLine(Context context) {
    CommandLine line =
        new CommandLine(new Launcher())
            .addSubcommand(new UpCommand(context))
            .addSubcommand(new DownCommand(context))
            .addSubcommand(new StatusCommand(context))
            .addSubcommand(new LogsCommand(context))
            .addSubcommand(new RestartCommand(context))
            .addSubcommand(new ResetCommand(context))
            .addSubcommand(new DemoCommand(context))
            .addSubcommand(new AuthCommand(context))
            .addSubcommand(new RouterCommand(context))
            .addSubcommand(new VersionCommand(context))
            .addSubcommand(new SweepCommand(context));
    line.getSubcommands().values().forEach(Launcher::withHelp);
    withHelp(line);
    line.setExecutionExceptionHandler((error, command, parsed) -> explain(error, command, context));
    return line;
  }

  private static void withHelp(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.getSubcommands().values().forEach(Launcher::withHelp);
  }

  private static int explain(Exception error, CommandLine command, Context context)
      throws Exception {
    if (error instanceof Failure failure) {
      command.getErr().println(context.terminal().bad(String.valueOf(failure.getMessage())));
      return failure.exitCode();
    }
    throw error;
  }
}
