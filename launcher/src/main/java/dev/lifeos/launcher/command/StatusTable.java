package dev.lifeos.launcher.command;

import dev.lifeos.launcher.state.PartStatus;
import dev.lifeos.launcher.terminal.Terminal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    Set<Long> counted = new HashSet<>();
    for (Status.Entry part : status.parts()) {
      // Of parts that share a process the first has its memory, so that the column adds up.
      lines.add(row(part, part.pid() != null && counted.add(part.pid())));
    }
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

  private String row(Status.Entry part, boolean counts) {
    String restarts =
        part.restarts() == 0 ? "" : "started again %d times  ".formatted(part.restarts());
    return ROW.formatted(
        part.name(),
        state(part),
        part.port() == null ? "" : part.port(),
        part.pid() == null ? "" : part.pid(),
        !counts ? "" : Memory.megabytes(part.memoryBytes()),
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
