package dev.lifeos.auth.profile.preference;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes preferences, one change of a person's after the other. */
@Repository
class PreferenceWrites {

  private static final String BEGIN =
      "INSERT INTO preferences (account_id, version) VALUES (?, 0) ON CONFLICT DO NOTHING";
  private static final String LOCK = "SELECT * FROM preferences WHERE account_id = ? FOR UPDATE";
  private static final String WRITE =
      """
      UPDATE preferences SET version = :version, theme = :theme, units = :units, first_day_of_week = :day,
        date_style = :date, time_style = :time, number_style = :number, currency = :currency,
        dashboard = cast(:dashboard AS text[]), updated_at = :now
      WHERE account_id = :account
      """;

  private final JdbcClient jdbc;

  PreferenceWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the person has chosen; nobody else changes it until the transaction ends. */
  Chosen lock(UUID account) {
    jdbc.sql(BEGIN).param(account).update();
    return jdbc.sql(LOCK).param(account).query((row, number) -> ChosenRow.read(row)).single();
  }

  void write(UUID account, Chosen chosen) {
    jdbc.sql(WRITE)
        .param("account", account)
        .param("version", chosen.version())
        .param("theme", text(chosen.theme()))
        .param("units", text(chosen.units()))
        .param("day", text(chosen.firstDayOfWeek()))
        .param("date", text(chosen.dateStyle()))
        .param("time", text(chosen.timeStyle()))
        .param("number", text(chosen.numberStyle()))
        .param("currency", text(chosen.currency()))
        .param("dashboard", texts(chosen.dashboard()))
        .param("now", Objects.requireNonNull(chosen.updatedAt()).atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String @Nullable [] texts(@Nullable List<DashboardWidget> widgets) {
    return widgets == null
        ? null
        : widgets.stream().map(DashboardWidget::text).toArray(String[]::new);
  }
}
