package dev.lifeos.auth.profile.preference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A part of the dashboard; the schema describes it. */
public record DashboardWidget(Kind kind, Width width) {

  /** What everybody begins with. */
  static final List<DashboardWidget> DEFAULT =
      List.of(
          new DashboardWidget(Kind.VITALS, Width.HALF),
          new DashboardWidget(Kind.TRANSACTIONS, Width.HALF),
          new DashboardWidget(Kind.PROGRESS, Width.HALF),
          new DashboardWidget(Kind.NOTIFICATIONS, Width.HALF));

  private static final String SEPARATOR = "/";

  /** As it is kept. */
  String text() {
    return kind + SEPARATOR + width;
  }

  /** Empty where a later version of the platform has kept what this one does not know. */
  static Optional<DashboardWidget> of(String text) {
    return Arrays.stream(Kind.values())
        .flatMap(
            kind -> Arrays.stream(Width.values()).map(width -> new DashboardWidget(kind, width)))
        .filter(widget -> widget.text().equals(text))
        .findFirst();
  }

  /** What it shows; the schema describes each value. */
  public enum Kind {
    VITALS,
    SLEEP,
    GOALS,
    TRANSACTIONS,
    BUDGETS,
    NET_WORTH,
    PROGRESS,
    STREAK,
    CALENDAR,
    NOTIFICATIONS
  }

  /** How wide it is; the schema describes each value. */
  public enum Width {
    HALF,
    FULL
  }
}
