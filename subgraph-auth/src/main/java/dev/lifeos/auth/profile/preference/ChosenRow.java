package dev.lifeos.auth.profile.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a row of preferences; one that is missing is all defaults. */
final class ChosenRow {

  private ChosenRow() {}

  static Chosen read(ResultSet row) throws SQLException {
    var updated = row.getObject("updated_at", OffsetDateTime.class);
    return new Chosen(
        row.getInt("version"),
        part(row, "theme", Theme::valueOf),
        part(row, "units", UnitSystem::valueOf),
        part(row, "first_day_of_week", DayOfWeek::valueOf),
        part(row, "date_style", DateStyle::valueOf),
        part(row, "time_style", TimeStyle::valueOf),
        part(row, "number_style", NumberStyle::valueOf),
        part(row, "currency", Currency::getInstance),
        dashboard(row),
        updated == null ? null : updated.toInstant());
  }

  private static <T> @Nullable T part(ResultSet row, String column, Function<String, T> read)
      throws SQLException {
    var text = row.getString(column);
    return text == null ? null : read.apply(text);
  }

  private static @Nullable List<DashboardWidget> dashboard(ResultSet row) throws SQLException {
    var array = row.getArray("dashboard");
    if (array == null) {
      return null;
    }
    return Arrays.stream((String[]) array.getArray())
        .map(DashboardWidget::of)
        .flatMap(Optional::stream)
        .toList();
  }
}
