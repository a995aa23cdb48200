package dev.lifeos.auth.calendar;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the events of many people by one statement. */
@Repository
class EventReads {

  private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");
  private static final UUID ANY = new UUID(0, 0);

  /** An event that is in the range; one without length, where it begins in it. */
  private static final String IN_RANGE =
      """
      e.connection_id = c.id AND e.generation = c.generation AND e.over_by >= :from
        AND (e.starts_at < :to AND (e.ends_at > :from OR e.starts_at >= :from)
          OR e.first_day <= :lastDay AND e.day_after > :firstDay)\
      """;

  // Which instant a day begins at is the application's to say: there is one rule for it.
  private static final String PAGE =
      """
      SELECT c.account_id, e.* FROM calendar_connection c
      CROSS JOIN LATERAL (
        SELECT p.* FROM (
          SELECT e.id, e.title, e.location, e.url, e.tentative, e.busy, e.starts_at, e.ends_at,
            e.first_day, e.day_after, greatest(:start, e.starts_at, d.at) AS place
          FROM calendar_event e
          LEFT JOIN unnest(cast(:days AS date[]), cast(:dayStarts AS timestamptz[])) AS d (day, at)
            ON d.day = e.first_day
          WHERE %s) p
        WHERE (p.place, p.id) > (:afterPlace, :afterId)
        ORDER BY p.place, p.id LIMIT :limit) e
      WHERE c.account_id = ANY (cast(:owners AS uuid[])) AND c.ended_at IS NULL
      ORDER BY c.account_id, e.place, e.id
      """
          .formatted(IN_RANGE);
  private static final String BUSY =
      """
      SELECT c.account_id, c.last_synced_at, e.starts_at, e.ends_at, e.first_day, e.day_after
      FROM calendar_connection c
      LEFT JOIN calendar_event e ON e.busy AND %s
      WHERE c.account_id = ANY (cast(:owners AS uuid[])) AND c.ended_at IS NULL
      """
          .formatted(IN_RANGE);

  private final JdbcClient jdbc;

  EventReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<CalendarEvent> page(Set<UUID> owners, EventsQuery query) {
    var range = query.range();
    var days = range.days();
    var after = query.page().after();
    return within(jdbc.sql(PAGE), owners, range)
        .param("start", utc(range.startOf(range.firstDay())))
        .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
        .param(
            "dayStarts",
            days.stream().map(range::startOf).map(Instant::toString).toArray(String[]::new))
        .param("afterPlace", utc(after == null ? BEFORE_ALL : after.instant(0)))
        .param("afterId", after == null ? ANY : after.uuid(1))
        .param("limit", query.page().limit())
        .query((row, number) -> event(row, range))
        .list();
  }

  /** Each person's busy events, in no order; one row without times for who has none. */
  List<Busy> busy(Set<UUID> owners, Range range) {
    return within(jdbc.sql(BUSY), owners, range).query((row, number) -> busy(row, range)).list();
  }

  private static JdbcClient.StatementSpec within(
      JdbcClient.StatementSpec statement, Set<UUID> owners, Range range) {
    return statement
        .param("owners", owners.toArray(UUID[]::new))
        .param("from", utc(range.from()))
        .param("to", utc(range.to()))
        .param("firstDay", range.firstDay())
        .param("lastDay", range.lastDay());
  }

  private static CalendarEvent event(ResultSet row, Range range) throws SQLException {
    var first = row.getObject("first_day", LocalDate.class);
    var after = row.getObject("day_after", LocalDate.class);
    var url = row.getString("url");
    return new CalendarEvent(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        required(row, "place"),
        row.getString("title"),
        row.getString("location"),
        url == null ? null : URI.create(url),
        first == null ? required(row, "starts_at") : range.startOf(first),
        after == null ? required(row, "ends_at") : range.startOf(after),
        first != null,
        first,
        after == null ? null : after.minusDays(1),
        row.getBoolean("tentative"),
        row.getBoolean("busy"));
  }

  private static Busy busy(ResultSet row, Range range) throws SQLException {
    var first = row.getObject("first_day", LocalDate.class);
    var after = row.getObject("day_after", LocalDate.class);
    return new Busy(
        row.getObject("account_id", UUID.class),
        instant(row, "last_synced_at"),
        first == null ? instant(row, "starts_at") : range.startOf(first),
        after == null ? instant(row, "ends_at") : range.startOf(after));
  }

  private static Instant required(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** A busy event; without times for a connection that has none in the range. */
  record Busy(
      UUID accountId,
      @Nullable Instant lastSyncedAt,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt) {}
}
