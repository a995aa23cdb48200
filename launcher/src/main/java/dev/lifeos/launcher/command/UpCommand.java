package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.edge.EdgeEnvironment;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.net.PortPlan;
import dev.lifeos.launcher.platform.Leftovers;
import dev.lifeos.launcher.platform.Platform;
import dev.lifeos.launcher.platform.UpLock;
import dev.lifeos.launcher.simulators.SimulatorsEnvironment;
import dev.lifeos.launcher.state.State;
import dev.lifeos.launcher.subgraph.Subgraph;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code up}. */
@Command(
    name = "up",
    description = {
      "Starts PostgreSQL, Redis, the five subgraphs, the simulators, the router and the edge, and watches over them.",
      "A part that crashes is started again. Ctrl-C (or ./lifeos down) stops everything in order.",
      "The first start after a build makes a start-up cache for each part; later ones take seconds."
    },
    footer = {
      "%nEnvironment:",
      "  LIFEOS_HOME       folder of data, logs, secrets, state (default: .lifeos in the repository)",
      "  LIFEOS_CACHE      folder of what can be made again (default: cache in LIFEOS_HOME)",
      "  LIFEOS_PORT_BASE  the same as --ports",
      "  LIFEOS_ROUTER     path of Apollo Router, or \"stand-in\"",
      "  LIFEOS_AOT=off    start without making start-up caches",
      "  LIFEOS_JAVA_OPTIONS       more JVM options for each Java part, such as \"-Xmx512m -XX:TieredStopAtLevel=4\"",
      "  LIFEOS_POSTGRES_SETTINGS  more settings for PostgreSQL, such as \"shared_buffers=1GB max_wal_size=4GB\"%n"
    })
public final class UpCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = {"-d", "--detach"},
      description = "Return when everything is ready, and leave it running.")
  private boolean detach;

  @Option(
      names = "--all-in-one",
      description = {
        "The five subgraphs in one process: a third of their memory and less work for each request, for a machine that",
        "serves one household. A crash takes all five along until they are started again."
      })
  private boolean allInOne;

  @Option(
      names = "--ports",
      paramLabel = "auto|BASE",
      defaultValue = "${env:LIFEOS_PORT_BASE}",
      description = {
        "\"auto\": free ports for everything. A number: subgraphs at BASE+1 to BASE+5, router at BASE+10",
        "and BASE+11 (health), PostgreSQL at BASE+20, Redis at BASE+21, simulators at BASE+30, mail at BASE+31.",
        "Without it: subgraphs 3001-3005, simulators 3900, mail 3925, router 4000 and 8088 (health)."
      })
  private @Nullable String ports;

  /** The command in its context. */
  public UpCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = context.home();
    home.create();
    Optional<UpLock> lock = UpLock.take(home.run());
    if (lock.isEmpty()) {
      return sayAlreadyUp();
    }
    try (UpLock held = lock.get()) {
      if (!detach) {
        return run(home, held);
      }
    }
    return new Detached(context, home).start(ports, allInOne);
  }

  private int run(Home home, UpLock lock) throws IOException, InterruptedException {
    home.requireSpace();
    for (Subgraph subgraph : Subgraph.values()) {
      subgraph.module().jar(home.root());
    }
    EdgeEnvironment.MODULE.jar(home.root());
    SimulatorsEnvironment.MODULE.jar(home.root());
    endLeftovers();
    PortPlan plan = PortPlan.parse(ports);
    plan.requireFree();
    context.terminal().line(context.terminal().bold("Starting LifeOS"));
    Platform platform =
        new Platform(home, plan, allInOne, context.environment(), context.terminal(), lock);
    Duration took = platform.start();
    if (!context.environment().containsKey(Detached.MARK)) {
      new Welcome(context.terminal(), home).print(context.requireRunning(), took, "Ctrl-C");
    }
    platform.awaitStop();
    return ExitCode.OK;
  }

  private void endLeftovers() throws InterruptedException {
    Optional<State> left = context.recorded();
    List<String> ended = left.isPresent() ? Leftovers.end(left.get()) : List.of();
    if (!ended.isEmpty()) {
      context.terminal().line("Ended what an earlier LifeOS left: " + String.join(", ", ended));
    }
  }

  private int sayAlreadyUp() {
    String where =
        context
            .running()
            .map(state -> " at " + state.graphql() + " (pid " + state.pid() + ")")
            .orElse("");
    if (where.isEmpty()) {
      throw new Failure("Another ./lifeos is starting or stopping; see ./lifeos status.");
    }
    context.terminal().line("LifeOS is up already" + where + "; ./lifeos status tells more.");
    return ExitCode.OK;
  }
}
