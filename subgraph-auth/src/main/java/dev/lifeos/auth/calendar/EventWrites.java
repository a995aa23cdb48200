package dev.lifeos.auth.calendar;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes pages of events, each page by two statements. */
@Repository
class EventWrites {

  private static final String UPSERT =
      """
      INSERT INTO calendar_event (connection_id, generation, id, google_id, series_id, title, location, url,
        tentative, busy, starts_at, ends_at, first_day, day_after, over_by)
      SELECT :connection, :generation, e.* FROM unnest(
        cast(:ids AS uuid[]), cast(:googleIds AS text[]), cast(:series AS text[]), cast(:titles AS text[]),
        cast(:locations AS text[]), cast(:urls AS text[]), cast(:tentative AS boolean[]),
        cast(:busy AS boolean[]), cast(:starts AS timestamptz[]), cast(:ends AS timestamptz[]),
        cast(:firstDays AS date[]), cast(:daysAfter AS date[]), cast(:overBy AS timestamptz[])) AS e
      ON CONFLICT (connection_id, generation, id) DO UPDATE SET
        series_id = excluded.series_id, title = excluded.title, location = excluded.location,
        url = excluded.url, tentative = excluded.tentative, busy = excluded.busy,
        starts_at = excluded.starts_at, ends_at = excluded.ends_at, first_day = excluded.first_day,
        day_after = excluded.day_after, over_by = excluded.over_by
      """;

  // A series that is gone takes its times along.
  private static final String DELETE =
      """
      DELETE FROM calendar_event
      WHERE connection_id = :connection AND generation = :generation
        AND (google_id = ANY (cast(:gone AS text[])) OR series_id = ANY (cast(:gone AS text[])))
      """;

  private final JdbcClient jdbc;

  EventWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void write(UUID connection, int generation, List<EventChange> changes) {
    // Of two words on one event the last counts.
    var last = new LinkedHashMap<String, EventChange>();
    changes.forEach(change -> last.put(change.googleId(), change));
    delete(
        connection,
        generation,
        last.values().stream().filter(change -> change.event() == null).toList());
    upsert(
        connection,
        generation,
        last.values().stream().filter(change -> change.event() != null).toList());
  }

  private void delete(UUID connection, int generation, List<EventChange> gone) {
    if (gone.isEmpty()) {
      return;
    }
    jdbc.sql(DELETE)
        .param("connection", connection)
        .param("generation", generation)
        .param("gone", gone.stream().map(EventChange::googleId).toArray(String[]::new))
        .update();
  }

  private void upsert(UUID connection, int generation, List<EventChange> there) {
    if (there.isEmpty()) {
      return;
    }
    jdbc.sql(UPSERT)
        .param("connection", connection)
        .param("generation", generation)
        .param("ids", there.stream().map(change -> id(connection, change)).toArray(String[]::new))
        .param("googleIds", there.stream().map(EventChange::googleId).toArray(String[]::new))
        .params(columns(there))
        .update();
  }

  private static Map<String, @Nullable String[]> columns(List<EventChange> there) {
    return Map.ofEntries(
        Map.entry("series", column(there, ReadEvent::seriesId)),
        Map.entry("titles", column(there, ReadEvent::title)),
        Map.entry("locations", column(there, ReadEvent::location)),
        Map.entry("urls", column(there, ReadEvent::url)),
        Map.entry("tentative", column(there, ReadEvent::tentative)),
        Map.entry("busy", column(there, ReadEvent::busy)),
        Map.entry("starts", column(there, ReadEvent::startsAt)),
        Map.entry("ends", column(there, ReadEvent::endsAt)),
        Map.entry("firstDays", column(there, ReadEvent::firstDay)),
        Map.entry("daysAfter", column(there, ReadEvent::dayAfter)),
        Map.entry("overBy", column(there, ReadEvent::overBy)));
  }

  // As texts, which the statement casts: the driver has no array type for instants.
  private static @Nullable String[] column(
      List<EventChange> there, Function<ReadEvent, @Nullable Object> part) {
    return there.stream()
        .map(change -> part.apply(Objects.requireNonNull(change.event())))
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  // The same event has the same id, whenever it is read.
  private static String id(UUID connection, EventChange change) {
    var name = connection + ":" + change.googleId();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
