package dev.lifeos.launcher.demo;

import dev.lifeos.launcher.terminal.Terminal;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The dashboard's answer as a person reads it. */
public final class DashboardView {
  private final Terminal terminal;

  /** A view on a terminal. */
  public DashboardView(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints the answer's data. */
  public void print(JsonNode data) {
    JsonNode me = data.path("me");
    terminal.line("");
    terminal.line(terminal.bold("The dashboard of " + text(me, "/fullName")));
    section("Vitals");
    nodes(me, "vitals").forEach(this::vital);
    section("Transactions");
    nodes(me, "transactions").forEach(this::transaction);
    section("Progress");
    nodes(me, "progress").forEach(this::progress);
    section("Notifications, %s unread".formatted(text(me, "/notifications/unreadCount")));
    nodes(me, "notifications").forEach(this::notification);
    terminal.line("");
  }

  private void vital(JsonNode node) {
    row(
        "%-26s %9s %-12s %s",
        text(node, "/type"), text(node, "/value"), text(node, "/unit"), text(node, "/recordedAt"));
  }

  private void transaction(JsonNode node) {
    row(
        "%-26s %9s %-12s %s",
        text(node, "/merchantName"),
        text(node, "/amount/amount"),
        text(node, "/amount/currency"),
        text(node, "/date"));
  }

  private void progress(JsonNode node) {
    String done = node.path("completed").asBoolean(false) ? "completed" : "";
    row("%-26s %8s%% %s", text(node, "/course/title"), text(node, "/percent"), done);
  }

  private void notification(JsonNode node) {
    String read = node.path("readAt").isNull() ? "unread" : "read";
    row("%-26s %9s %s", text(node, "/title"), text(node, "/priority"), read);
  }

  private void section(String title) {
    terminal.line("");
    terminal.line("  " + terminal.bold(title));
  }

  private void row(String format, Object... values) {
    terminal.line("    " + String.format(Locale.ROOT, format, values).stripTrailing());
  }

  private static Stream<JsonNode> nodes(JsonNode me, String connection) {
    return me.path(connection).path("edges").valueStream().map(edge -> edge.path("node"));
  }

  private static String text(JsonNode node, String pointer) {
    return node.at(pointer).asString("-");
  }
}
