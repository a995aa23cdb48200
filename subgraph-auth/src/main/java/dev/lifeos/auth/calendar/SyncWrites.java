package dev.lifeos.auth.calendar;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what a sync reads, page by page. Each write asks first whether the sync still is the one
 * that counts: a job that was thought to be dead may come back while another does its work.
 */
@Component
class SyncWrites {

  private static final String STAGE =
      """
      UPDATE calendar_connection SET staged = staged + 1,
        status = CASE WHEN :unseen THEN status ELSE 'RESYNCING' END
      WHERE id = :id AND ended_at IS NULL RETURNING staged
      """;
  private static final String STAGED =
      """
      SELECT id FROM calendar_connection WHERE id = :id AND staged = :generation AND ended_at IS NULL
      FOR UPDATE
      """;
  private static final String SWAP =
      """
      UPDATE calendar_connection SET generation = :generation, sync_token = :token, status = 'SYNCED',
        last_synced_at = :now, full_synced_at = :now, failing_since = NULL
      WHERE id = :id AND staged = :generation AND ended_at IS NULL
      """;
  private static final String DELETE_OTHERS =
      "DELETE FROM calendar_event WHERE connection_id = :id AND generation <> :generation";

  private static final String CURRENT =
      """
      SELECT id FROM calendar_connection
      WHERE id = :id AND generation = :generation AND sync_token = :token AND ended_at IS NULL
      FOR UPDATE
      """;
  private static final String CAUGHT_UP =
      """
      UPDATE calendar_connection SET sync_token = :next, status = 'SYNCED', last_synced_at = :now,
        failing_since = NULL
      WHERE id = :id AND generation = :generation AND sync_token = :token AND ended_at IS NULL
      """;

  private final JdbcClient jdbc;
  private final EventWrites events;
  private final Clock clock;

  SyncWrites(JdbcClient jdbc, EventWrites events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Begins to read everything, beside what readers see.
   *
   * @param unseen whether the person need not know
   * @return the generation to fill; empty where the connection has ended
   */
  Optional<Integer> stage(UUID id, boolean unseen) {
    return jdbc.sql(STAGE).param("id", id).param("unseen", unseen).query(Integer.class).optional();
  }

  /** Adds a page to what is being filled; false where this sync counts no more. */
  @Transactional
  public boolean add(UUID id, int generation, List<EventChange> changes) {
    var counts =
        jdbc.sql(STAGED)
            .param("id", id)
            .param("generation", generation)
            .query(UUID.class)
            .optional();
    counts.ifPresent(connection -> events.write(connection, generation, changes));
    return counts.isPresent();
  }

  /** Shows readers what has been filled, at once and as a whole. */
  @Transactional
  public void swap(UUID id, int generation, String token) {
    var swapped =
        jdbc.sql(SWAP)
            .param("id", id)
            .param("generation", generation)
            .param("token", token)
            .param("now", now())
            .update();
    if (swapped == 1) {
      jdbc.sql(DELETE_OTHERS).param("id", id).param("generation", generation).update();
    }
  }

  /** Writes a page of changes; false where this sync counts no more. */
  @Transactional
  public boolean apply(SyncTarget target, List<EventChange> changes) {
    var counts =
        jdbc.sql(CURRENT)
            .param("id", target.id())
            .param("generation", target.generation())
            .param("token", target.syncToken())
            .query(UUID.class)
            .optional();
    counts.ifPresent(connection -> events.write(connection, target.generation(), changes));
    return counts.isPresent();
  }

  /** The last page has been written. */
  void caughtUp(SyncTarget target, String next) {
    jdbc.sql(CAUGHT_UP)
        .param("id", target.id())
        .param("generation", target.generation())
        .param("token", target.syncToken())
        .param("next", next)
        .param("now", now())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
