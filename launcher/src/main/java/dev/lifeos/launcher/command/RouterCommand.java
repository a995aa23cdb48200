package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.router.RouterBuild;
import dev.lifeos.launcher.router.RouterLocator;
import dev.lifeos.launcher.router.RouterProgram;
import dev.lifeos.launcher.router.RouterRelease;
import dev.lifeos.launcher.router.RouterVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code router install} and {@code router which}. */
@Command(
    name = "router",
    synopsisSubcommandLabel = "(install | which)",
    description = {
      "Where Apollo Router comes from: LIFEOS_ROUTER, then the PATH, then the cache, then the official release.",
      "Where none of them is to be had, the stand-in (Hive Gateway) serves, and up says so."
    })
public final class RouterCommand {
  private final Context context;

  /** The command in its context. */
  public RouterCommand(Context context) {
    this.context = context;
  }

  @Command(
      name = "install",
      description =
          "Puts Apollo Router into the cache: the official release, checked against its published sum.")
  int install(
      @Option(
              names = "--build",
              description = "Compile it by cargo instead (about 16 minutes on two cores, 3 GB).")
          boolean build)
      throws IOException, InterruptedException {
    Home home = context.home();
    home.create();
    context
        .terminal()
        .line((build ? "Compiling" : "Fetching") + " Apollo Router " + RouterVersion.WANTED + " …");
    Path program = build ? new RouterBuild(home).install() : fetched(home);
    context.terminal().line("Installed " + program);
    return ExitCode.OK;
  }

  @Command(name = "which", description = "Says which router up would run.")
  int which() throws InterruptedException {
    Optional<RouterProgram> found =
        new RouterLocator(context.home(), context.environment(), context.terminal()).present();
    String words =
        switch (found.orElse(null)) {
          case RouterProgram.Apollo apollo -> apollo.path() + "   " + apollo.describe();
          case RouterProgram.StandIn standIn -> standIn.script() + "   " + standIn.describe();
          case null ->
              "None on this machine: up fetches the official release, or falls on the stand-in.";
        };
    context.terminal().line(words);
    return ExitCode.OK;
  }

  private Path fetched(Home home) throws InterruptedException {
    try {
      return RouterRelease.from(context.environment()).install(RouterLocator.cached(home));
    } catch (IOException e) {
      throw new Failure(
          "Apollo Router could not be fetched (%s); ./lifeos router install --build compiles it."
              .formatted(e.getMessage()));
    }
  }
}
