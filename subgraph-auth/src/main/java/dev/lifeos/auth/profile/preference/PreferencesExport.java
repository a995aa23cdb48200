package dev.lifeos.auth.profile.preference;

import dev.lifeos.auth.data.ExportSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a copy of a person's data has of their preferences. */
@Configuration(proxyBeanMethods = false)
class PreferencesExport {

  @Bean
  ExportSection preferencesSection(JdbcClient jdbc) {
    return ExportSection.of(
        "preferences",
        jdbc,
        """
        SELECT version, theme, units, first_day_of_week AS "firstDayOfWeek", date_style AS "dateStyle",
          time_style AS "timeStyle", number_style AS "numberStyle", currency AS "defaultCurrency", dashboard,
          updated_at AS "updatedAt"
        FROM preferences WHERE account_id = ?
        """);
  }
}
