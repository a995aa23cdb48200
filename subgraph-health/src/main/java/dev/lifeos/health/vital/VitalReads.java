package dev.lifeos.health.vital;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.paging.Cursor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads vitals of many people at once, each kind of list by one statement. */
@Repository
class VitalReads {

  private static final UUID ANY = new UUID(-1, -1);
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private static final String NEWEST =
      """
      SELECT %s FROM vital v
      WHERE v.user_id = o.id %%s
        AND v.recorded_at >= :from AND v.recorded_at < :to
        AND (v.recorded_at, v.id) < (:cursorTime, :cursorId)
        AND v.source = ANY (cast(:sources AS text[]))
      ORDER BY v.recorded_at DESC, v.id DESC
      LIMIT :limit\
      """
          .formatted(VitalRow.COLUMNS);

  private static final String PAGE =
      """
      SELECT v.*, %s FROM unnest(cast(:owners AS uuid[])) AS o (id)
      CROSS JOIN LATERAL (%s) v %s
      ORDER BY v.user_id, v.recorded_at DESC, v.id DESC
      """;

  // Each type by itself, so that a rare type is found without reading past all the frequent ones.
  private static final String OF_TYPES =
      """
      SELECT v.* FROM unnest(cast(:types AS text[])) AS t (type)
      CROSS JOIN LATERAL (%s) v
      ORDER BY v.recorded_at DESC, v.id DESC
      LIMIT :limit\
      """
          .formatted(NEWEST.formatted("AND v.type = t.type"));

  private static final String LATEST =
      """
      SELECT v.*, %%s FROM unnest(cast(:owners AS uuid[])) AS o (id)
      CROSS JOIN unnest(cast(:types AS text[])) WITH ORDINALITY AS t (type, place)
      CROSS JOIN LATERAL (
        SELECT %s FROM vital v
        WHERE v.user_id = o.id AND v.type = t.type
        ORDER BY v.recorded_at DESC, v.id DESC
        LIMIT 1) v %%s
      ORDER BY t.place
      """
          .formatted(VitalRow.COLUMNS);

  private static final String BY_ID =
      "SELECT %s, v.metadata FROM vital v WHERE v.id = ANY (cast(:ids AS uuid[]))"
          .formatted(VitalRow.COLUMNS);

  // Metadata is fetched after the rows have been chosen, so that they are chosen from an index
  // alone.
  private static final String METADATA = "m.metadata";
  private static final String WITH_METADATA = "JOIN vital m ON m.id = v.id";
  private static final String NO_METADATA = "cast(null AS text) AS metadata";

  private final JdbcClient jdbc;
  private final VitalRow row;

  VitalReads(JdbcClient jdbc, VitalRow row) {
    this.jdbc = jdbc;
    this.row = row;
  }

  List<Vital> page(Set<UUID> owners, VitalsQuery query) {
    var filter = query.filter();
    var after = query.page().after();
    return jdbc.sql(pageSql(query))
        .param("owners", texts(owners))
        .param("types", texts(filter.types() == null ? List.of() : Set.copyOf(filter.types())))
        .param("sources", texts(filter.sources() == null ? all() : filter.sources()))
        .param("from", time(filter.from(), OffsetDateTime.MIN))
        .param("to", time(filter.to(), OffsetDateTime.MAX))
        .param("cursorTime", after == null ? OffsetDateTime.MAX : place(after))
        .param("cursorId", after == null ? ANY : after.uuid(1))
        .param("limit", query.page().limit())
        .query(row)
        .list();
  }

  static String pageSql(VitalsQuery query) {
    var rows = query.filter().types() == null ? NEWEST.formatted("") : OF_TYPES;
    return query.withMetadata()
        ? PAGE.formatted(METADATA, rows, WITH_METADATA)
        : PAGE.formatted(NO_METADATA, rows, "");
  }

  List<Vital> latest(Set<UUID> owners, LatestQuery query) {
    return jdbc.sql(latestSql(query))
        .param("owners", texts(owners))
        .param("types", texts(query.types()))
        .query(row)
        .list();
  }

  static String latestSql(LatestQuery query) {
    return query.withMetadata()
        ? LATEST.formatted(METADATA, WITH_METADATA)
        : LATEST.formatted(NO_METADATA, "");
  }

  List<Vital> byIds(Collection<UUID> ids) {
    return jdbc.sql(BY_ID).param("ids", texts(ids)).query(row).list();
  }

  private static List<DataSource> all() {
    return Arrays.asList(DataSource.values());
  }

  private static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }

  // The driver sends MIN and MAX as the database's -infinity and infinity.
  private static OffsetDateTime time(@Nullable Instant time, OffsetDateTime otherwise) {
    if (time == null) {
      return otherwise;
    }
    var bounded = time.isBefore(ReadingRules.EARLIEST) ? ReadingRules.EARLIEST : time;
    return (bounded.isAfter(LAST) ? LAST : bounded).atOffset(ZoneOffset.UTC);
  }

  private static OffsetDateTime place(Cursor cursor) {
    var time = cursor.instant(0);
    if (time.isBefore(ReadingRules.EARLIEST) || time.isAfter(LAST)) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "The cursor is not one of this connection.");
    }
    return time.atOffset(ZoneOffset.UTC);
  }
}
