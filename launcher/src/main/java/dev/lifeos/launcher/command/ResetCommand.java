package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.home.PrivateFiles;
import java.io.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reset}. */
@Command(
    name = "reset",
    description = {
      "Stops everything and deletes all data, secrets and logs of this LifeOS, after asking.",
      "What is built and cached stays."
    })
public final class ResetCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  /** The command in its context. */
  public ResetCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    Home home = context.home();
    if (!yes && !agreed(home)) {
      context.terminal().line("Nothing was deleted.");
      return ExitCode.FAILED;
    }
    new DownCommand(context).call();
    PrivateFiles.delete(home.data());
    PrivateFiles.delete(home.run());
    PrivateFiles.delete(home.logs());
    PrivateFiles.delete(home.local().resolve("secrets"));
    context.terminal().line("All data is deleted; ./lifeos up begins anew.");
    return ExitCode.OK;
  }

  private static boolean agreed(Home home) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new Failure(ExitCode.USAGE, "Without a terminal to ask at, reset needs --yes.");
    }
    String answer = console.readLine("Delete all data in %s? [y/N] ", home.local());
    return answer != null && answer.strip().matches("(?i)y|yes");
  }
}
