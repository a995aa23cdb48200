package dev.lifeos.health.vital;

import dev.lifeos.starter.ids.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes batches of readings, each batch by one statement. */
@Repository
class VitalWrites {

  private static final String UPSERT =
      """
      INSERT INTO vital AS v (id, user_id, type, value, source, recorded_at, ended_at,
          utc_offset_minutes, metadata, version, created_at, updated_at)
      SELECT r.id, :owner, r.type, r.value, r.source, r.recorded_at, r.ended_at,
          r.utc_offset_minutes, r.metadata, 0, :now, :now
      FROM unnest(cast(:ids AS uuid[]), cast(:types AS text[]), cast(:values AS numeric[]),
          cast(:sources AS text[]), cast(:starts AS timestamptz[]), cast(:ends AS timestamptz[]),
          cast(:offsets AS integer[]), cast(:metadata AS text[]))
        AS r (id, type, value, source, recorded_at, ended_at, utc_offset_minutes, metadata)
      ON CONFLICT (user_id, type, recorded_at, source) DO UPDATE
      SET value = excluded.value, ended_at = excluded.ended_at,
          utc_offset_minutes = excluded.utc_offset_minutes, metadata = excluded.metadata,
          version = v.version + 1, updated_at = excluded.updated_at
      """;

  // A row that has been updated has a deleting transaction (xmax), a new one has none.
  private static final String IS_NEW = "(v.xmax = 0) AS is_new";

  private static final String UPSERT_AND_READ =
      UPSERT + "RETURNING " + VitalRow.COLUMNS + ", v.metadata, " + IS_NEW;

  private static final String UPSERT_AND_COUNT =
      "WITH written AS (%sRETURNING %s) SELECT count(*) FILTER (WHERE is_new), count(*) FROM written"
          .formatted(UPSERT, IS_NEW);

  /** A stored reading, and whether it was there before. */
  private record Written(Vital vital, boolean isNew) {

    Reading.Key key() {
      return new Reading.Key(vital.type(), vital.recordedAt(), vital.source());
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private final VitalRow row;

  VitalWrites(JdbcClient jdbc, Clock clock, VitalRow row) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.row = row;
  }

  /**
   * Stores them; a reading that is there already gets the new value.
   *
   * @return the vitals in the order of the readings
   */
  RecordVitalsPayload upsert(UUID owner, List<Reading> readings) {
    var written =
        statement(UPSERT_AND_READ, owner, readings)
            .query((result, n) -> new Written(row.mapRow(result, n), result.getBoolean("is_new")))
            .list();
    return payload(readings, written);
  }

  /**
   * Stores them likewise, for who asks only how many: reading back is a quarter of the statement.
   */
  RecordVitalsPayload upsertUnread(UUID owner, List<Reading> readings) {
    return statement(UPSERT_AND_COUNT, owner, readings)
        .query((result, n) -> {
          var recorded = result.getInt(1);
          return new RecordVitalsPayload(
              List.of(), recorded, result.getInt(2) - recorded, List.of());
        })
        .single();
  }

  private JdbcClient.StatementSpec statement(String sql, UUID owner, List<Reading> readings) {
    // Always in one order, so that two batches that share readings wait for each other and never
    // deadlock.
    var ordered =
        readings.stream().sorted(Comparator.comparing(Reading::key, Reading.Key.ORDER)).toList();
    return jdbc.sql(sql)
        .param("owner", owner)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("ids", column(ordered, reading -> Ids.next()))
        .param("types", column(ordered, Reading::type))
        .param("values", column(ordered, reading -> reading.value().toPlainString()))
        .param("sources", column(ordered, Reading::source))
        .param("starts", column(ordered, Reading::recordedAt))
        .param("ends", column(ordered, Reading::endedAt))
        .param("offsets", column(ordered, Reading::utcOffsetMinutes))
        .param("metadata", column(ordered, Reading::metadata));
  }

  private static RecordVitalsPayload payload(List<Reading> readings, List<Written> written) {
    var byKey = written.stream().collect(Collectors.toMap(Written::key, Written::vital));
    var vitals = readings.stream().map(Reading::key).map(byKey::get).toList();
    var updated = written.stream().filter(one -> !one.isNew()).count();
    return RecordVitalsPayload.of(vitals, (int) updated);
  }

  // As texts, which the statement casts: the driver has no array type for instants.
  private static @Nullable String[] column(
      List<Reading> readings, Function<Reading, @Nullable Object> part) {
    return readings.stream().map(part).map(VitalWrites::text).toArray(String[]::new);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
