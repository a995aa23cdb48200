package dev.lifeos.launcher.demo;

import dev.lifeos.launcher.terminal.Terminal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Makes the demo person with a year of data through the public API, or completes what is missing of
 * it.
 */
public final class Demo {
  private final GraphQlClient client;
  private final DemoAccount accounts;
  private final Terminal terminal;
  private final Clock clock;

  /** A demo at a router, with the mail box that its mails go to. */
  public Demo(GraphQlClient client, MailBox mails, Terminal terminal, Clock clock) {
    this.client = client;
    this.accounts = new DemoAccount(client, mails);
    this.terminal = terminal;
    this.clock = clock;
  }

  /** The access token of the demo person, who must be there. */
  public String token(DemoPerson person) {
    return accounts.login(person.email(), person.password());
  }

  /** Makes the person and all data that is missing; answers what the dashboard shows then. */
  public JsonNode run(DemoPerson person, String adminEmail, String adminPassword) {
    GraphQlClient self = client.as(enter(person));
    step("vitals", new DemoHealth(self, person, clock)::record);
    step("money", new DemoMoney(self, person, clock)::record);
    step("learning", new DemoLearning(self, person, clock)::record);
    GraphQlClient administrator = client.as(accounts.login(adminEmail, adminPassword));
    step("notifications", new DemoNotices(self, administrator)::send);
    return self.send("dashboard", Map.of());
  }

  private String enter(DemoPerson person) {
    Optional<String> token = accounts.existing(person);
    terminal.step("person", person + (token.isPresent() ? " exists already" : " is new"));
    return token.orElseGet(() -> accounts.register(person));
  }

  private void step(String what, IntSupplier action) {
    long from = System.nanoTime();
    int count = action.getAsInt();
    double seconds = (System.nanoTime() - from) / 1e9;
    terminal.step(what, count == 0 ? "all there" : "%d sent in %.1f s".formatted(count, seconds));
  }
}
