package dev.lifeos.auth.calendar;

import dev.lifeos.auth.data.ExportSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a copy of a person's data has of their calendars. */
@Configuration(proxyBeanMethods = false)
class CalendarExport {

  @Bean
  ExportSection calendarsSection(JdbcClient jdbc) {
    return ExportSection.of(
        "calendars",
        jdbc,
        """
        SELECT id, email, status, connected_at AS "connectedAt", last_synced_at AS "lastSyncedAt",
          ended_at AS "endedAt"
        FROM calendar_connection WHERE account_id = ? ORDER BY connected_at
        """);
  }

  @Bean
  ExportSection calendarEventsSection(JdbcClient jdbc) {
    return ExportSection.of(
        "calendar-events",
        jdbc,
        """
        SELECT e.connection_id AS "calendarId", e.title, e.location, e.url, e.tentative, e.busy,
          e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.first_day AS "firstDay", e.day_after AS "dayAfter"
        FROM calendar_connection c JOIN calendar_event e ON e.connection_id = c.id AND e.generation = c.generation
        WHERE c.account_id = ? ORDER BY e.over_by
        """);
  }
}
