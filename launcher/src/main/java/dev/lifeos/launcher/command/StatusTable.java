package dev.lifeos.launcher.command;

import dev.lifeos.launcher.state.PartStatus;
import dev.lifeos.launcher.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The status as lines for a person. */
final class StatusTable {
  private static final String ROW = "%-13s %s %6s %8s %9s %9s  %s";

  private final Terminal terminal;

  StatusTable(Terminal terminal) {
    this.terminal = terminal;
  }

  List<String> lines(Status status) {
    List<String> lines = new ArrayList<>();
    lines.add(
        terminal.bold(
            ROW.formatted("PART", "%-11s".formatted("STATE"), "PORT", "PID", "MEMORY", "UP", "")));
    status.parts().forEach(part -> lines.add(row(part)));
    lines.add(
        ROW.formatted(
            "",
            " ".repeat(11),
            "",
            "",
            Memory.megabytes(status.memoryBytes()),
            "",
            status.graphql()));
    return lines;
  }

  private String row(Status.Entry part) {
    String restarts =
        part.restarts() == 0 ? "" : "started again %d times  ".formatted(part.restarts());
    return ROW.formatted(
        part.name(),
        state(part),
        part.port() == null ? "" : part.port(),
        part.pid() == null ? "" : part.pid(),
        part.pid() == null ? "" : Memory.megabytes(part.memoryBytes()),
        part.pid() == null ? "" : duration(part.upSeconds()),
        restarts + (part.detail() == null ? "" : part.detail()));
  }

  private String state(Status.Entry part) {
    boolean silent = part.status() == PartStatus.READY && !part.healthy();
    String word = silent ? "unhealthy" : part.status().name().toLowerCase(Locale.ROOT);
    String padded = "%-11s".formatted(word);
    return part.healthy() ? terminal.good(padded) : terminal.bad(padded);
  }

  private static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min".formatted(seconds / 60)
        : "%d h %02d".formatted(seconds / 3600, seconds / 60 % 60);
  }
}
