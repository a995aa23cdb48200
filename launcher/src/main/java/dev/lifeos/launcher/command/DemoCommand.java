package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.demo.DashboardView;
import dev.lifeos.launcher.demo.Demo;
import dev.lifeos.launcher.demo.DemoPerson;
import dev.lifeos.launcher.demo.GraphQlClient;
import dev.lifeos.launcher.demo.MailBox;
import dev.lifeos.launcher.home.Secrets;
import dev.lifeos.launcher.state.State;
import dev.lifeos.launcher.subgraph.SubgraphEnvironment;
import dev.lifeos.launcher.terminal.Terminal;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code demo}. */
@Command(
    name = "demo",
    description = {
      "Makes a demo person with a year of vitals, money and learning through the public GraphQL API,",
      "and prints the log-in and the dashboard. A second run sends only what is missing."
    })
public final class DemoCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--token",
      description = "Only print an access token of the demo person, for use in scripts.")
  private boolean token;

  @Option(names = "--json", description = "Print the dashboard's answer as JSON.")
  private boolean json;

  /** The command in its context. */
  public DemoCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    State state = context.requireRunning();
    Secrets secrets = context.home().secrets();
    Demo demo =
        new Demo(
            new GraphQlClient(URI.create(String.valueOf(state.graphql()))),
            mails(state),
            context.terminal(),
            Clock.systemUTC());
    if (token) {
      context.terminal().line(demo.token(existing(secrets)));
      return ExitCode.OK;
    }
    DemoPerson person = DemoPerson.with(secrets.password("demo"));
    show(person, demo.run(person, SubgraphEnvironment.ADMIN_EMAIL, secrets.password("admin")));
    return ExitCode.OK;
  }

  private static MailBox mails(State state) {
    return state
        .part("simulators")
        .map(part -> new MailBox(URI.create(String.valueOf(part.url()))))
        .orElseThrow(() -> new Failure(ExitCode.NOT_UP, "The simulators are not up."));
  }

  private static DemoPerson existing(Secrets secrets) {
    return secrets
        .existingPassword("demo")
        .map(DemoPerson::with)
        .orElseThrow(() -> new Failure("There is no demo person yet; ./lifeos demo makes one."));
  }

  private void show(DemoPerson person, JsonNode dashboard) {
    Terminal terminal = context.terminal();
    if (json) {
      terminal.line(dashboard.toPrettyString());
    } else {
      new DashboardView(terminal).print(dashboard);
    }
    terminal.line("Log-in   %s / %s".formatted(person.email(), person.password()));
  }
}
