package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.router.RouterVersion;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code version}. */
@Command(name = "version", description = "Says which LifeOS, Java and router this is.")
public final class VersionCommand implements Callable<Integer> {
  private final Context context;

  /** The command in its context. */
  public VersionCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String version =
        Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
            .orElse("unbuilt");
    context.terminal().line("LifeOS " + version);
    context.terminal().line("Java " + Runtime.version() + ", " + System.getProperty("java.home"));
    context.terminal().line("Apollo Router " + RouterVersion.WANTED + " or a later 2.x");
    return ExitCode.OK;
  }
}
