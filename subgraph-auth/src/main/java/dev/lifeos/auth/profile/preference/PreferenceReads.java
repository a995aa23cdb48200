package dev.lifeos.auth.profile.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the preferences of many people by one statement. */
@Repository
class PreferenceReads {

  private static final String OF_PEOPLE =
      """
      SELECT a.id, a.locale, p.version, p.theme, p.units, p.first_day_of_week, p.date_style, p.time_style,
        p.number_style, p.currency, p.dashboard, p.updated_at
      FROM account a LEFT JOIN preferences p ON p.account_id = a.id
      WHERE a.id = ANY (cast(:ids AS uuid[]))
      """;

  private final JdbcClient jdbc;

  PreferenceReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<UUID, UserPreferences> of(Set<UUID> people) {
    var found = new HashMap<UUID, UserPreferences>();
    jdbc.sql(OF_PEOPLE)
        .param("ids", people.toArray(UUID[]::new))
        .query(row -> {
          found.put(row.getObject("id", UUID.class), preferences(row));
        });
    return found;
  }

  private static UserPreferences preferences(ResultSet row) throws SQLException {
    return ChosenRow.read(row).in(Locale.forLanguageTag(row.getString("locale")));
  }
}
