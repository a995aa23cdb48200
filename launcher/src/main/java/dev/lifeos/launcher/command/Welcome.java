package dev.lifeos.launcher.command;

import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.state.State;
import dev.lifeos.launcher.terminal.Terminal;
import java.time.Duration;

/** What {@code up} says when everything is ready. */
final class Welcome {
  private final Terminal terminal;
  private final Home home;

  Welcome(Terminal terminal, Home home) {
    this.terminal = terminal;
    this.home = home;
  }

  void print(State state, Duration took, String stop) {
    String router = state.part("router").map(part -> String.valueOf(part.detail())).orElse("");
    terminal.line("");
    terminal.line(
        terminal.bold("LifeOS is up")
            + " after %.1f s, with %s."
                .formatted(took.toMillis() / 1000.0, Memory.megabytes(Memory.total(state))));
    terminal.line("");
    terminal.line("  LifeOS    " + String.valueOf(state.graphql()).replace("graphql", ""));
    terminal.line("  GraphQL   " + state.graphql() + "   " + router);
    terminal.line("  Log-in    " + login());
    String outside = outside(state);
    terminal.line("  Mail      " + outside + "mail/   every mail that LifeOS sends");
    terminal.line("  Outside   " + outside + "   Google, Calendar and SMS, simulated");
    terminal.line("  Status    ./lifeos status      Logs   ./lifeos logs [NAME] [-f]");
    terminal.line("  Stop      " + stop);
    terminal.line("");
    terminal.line("The dashboard, ready to paste:");
    terminal.line("");
    new Dashboard(String.valueOf(state.graphql())).curl().lines().forEach(terminal::line);
    terminal.line("");
  }

  private static String outside(State state) {
    return "http://localhost:%s/"
        .formatted(state.part("simulators").map(part -> "" + part.port()).orElse("?"));
  }

  private String login() {
    return home.secrets()
        .existingPassword("demo")
        .map(password -> "demo@lifeos.local / " + password)
        .orElse("./lifeos demo makes a demo person with a year of data");
  }
}
