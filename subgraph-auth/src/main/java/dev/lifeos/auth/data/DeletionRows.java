package dev.lifeos.auth.data;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which accounts are to be deleted, and when. */
@Repository
class DeletionRows {

  private static final String SCHEDULE =
      """
      INSERT INTO account_deletion (account_id, requested_at, due_at) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String CANCEL =
      "DELETE FROM account_deletion WHERE account_id = ? RETURNING due_at";
  private static final String OF_PEOPLE =
      """
      SELECT account_id, due_at FROM account_deletion WHERE account_id = ANY (cast(:ids AS uuid[]))
      """;
  private static final String DUE =
      "SELECT account_id FROM account_deletion WHERE due_at <= ? ORDER BY due_at LIMIT 1000";
  // Whoever calls it off at this moment is first, or too late; another replica passes it by.
  private static final String LOCK =
      """
      SELECT account_id FROM account_deletion WHERE account_id = ? AND due_at <= ?
      FOR UPDATE SKIP LOCKED
      """;
  private static final String DELETE = "DELETE FROM account WHERE id = ?";

  private final JdbcClient jdbc;

  DeletionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where it was scheduled before. */
  boolean schedule(UUID account, Instant now, Instant due) {
    return jdbc.sql(SCHEDULE).params(account, utc(now), utc(due)).update() == 1;
  }

  /** For when it was scheduled. */
  Optional<Instant> cancel(UUID account) {
    return jdbc.sql(CANCEL)
        .param(account)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  Map<UUID, Instant> of(Set<UUID> people) {
    var found = new HashMap<UUID, Instant>();
    jdbc.sql(OF_PEOPLE)
        .param("ids", people.toArray(UUID[]::new))
        .query(row -> {
          found.put(
              row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant());
        });
    return found;
  }

  List<UUID> due(Instant now) {
    return jdbc.sql(DUE)
        .param(utc(now))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /** In the transaction that deletes it: whether it is still to be deleted, and by this one. */
  boolean lock(UUID account, Instant now) {
    return jdbc.sql(LOCK).params(account, utc(now)).query(UUID.class).optional().isPresent();
  }

  void delete(UUID account) {
    jdbc.sql(DELETE).param(account).update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
