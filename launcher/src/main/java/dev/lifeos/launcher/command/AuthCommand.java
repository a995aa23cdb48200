package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.image.Images;
import dev.lifeos.launcher.image.JavaModule;
import dev.lifeos.launcher.net.PortPlan;
import dev.lifeos.launcher.state.PartStatus;
import dev.lifeos.launcher.state.State;
import dev.lifeos.launcher.subgraph.Subgraph;
import dev.lifeos.launcher.subgraph.SubgraphEnvironment;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code auth}. */
@Command(
    name = "auth",
    description = {
      "Runs one of auth's own commands on its database, while LifeOS is up: for example verify-audit or rotate-keys.",
      "Exits with the command's own exit code; 3 when PostgreSQL is not up."
    })
public final class AuthCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "NAME", description = "The command's name, such as verify-audit.")
  private String name = "";

  /** The command in its context. */
  public AuthCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new Failure(ExitCode.USAGE, "A command's name has letters and dashes only.");
    }
    PortPlan ports = ports();
    Home home = context.home();
    Map<String, String> environment = environment(ports, home);
    JavaModule auth = Subgraph.AUTH.module();
    // It uses the start-up cache that up has made, and makes none.
    Map<String, String> untrained = new HashMap<>(context.environment());
    untrained.put("LIFEOS_AOT", "off");
    List<String> command =
        new Images(home, context.terminal(), untrained)
            .command(auth, environment, List.of("--lifeos.command=" + name));
    ProcessBuilder process =
        new ProcessBuilder(command).directory(home.root().toFile()).inheritIO();
    process.environment().putAll(environment);
    return process.start().waitFor();
  }

  private PortPlan ports() {
    State state = context.running().filter(AuthCommand::databaseReady).orElseThrow(this::notUp);
    PortPlan ports = state.ports();
    if (ports == null) {
      throw notUp();
    }
    return ports;
  }

  private static boolean databaseReady(State state) {
    return state.part("postgres").filter(part -> part.status() == PartStatus.READY).isPresent();
  }

  private Failure notUp() {
    return new Failure(
        ExitCode.NOT_UP,
        "auth %s needs the database, and PostgreSQL is not up; start it by ./lifeos up."
            .formatted(name));
  }

  // Beside the running auth: on no port of its. What the command has to say are auth's own lines;
  // those of a starting server are left out.
  private static Map<String, String> environment(PortPlan ports, Home home) {
    Map<String, String> environment =
        new HashMap<>(SubgraphEnvironment.of(Subgraph.AUTH, ports, home));
    environment.put("SERVER_PORT", "0");
    environment.put("SPRING_MAIN_BANNERMODE", "off");
    environment.put("SPRING_MAIN_LOGSTARTUPINFO", "false");
    environment.put("LOGGING_LEVEL_ROOT", "warn");
    environment.put("LOGGING_LEVEL_DEV_LIFEOS", "info");
    environment.put("LOGGING_PATTERN_CONSOLE", "%msg%n");
    return Map.copyOf(environment);
  }
}
