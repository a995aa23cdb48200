package dev.lifeos.auth.factor;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what many people have of codes by one statement. */
@Repository
class FactorReads {

  private static final String STATES =
      """
      SELECT o.id,
        EXISTS (SELECT FROM totp t WHERE t.account_id = o.id AND t.confirmed_at IS NOT NULL),
        (SELECT count(*) FROM recovery_code c WHERE c.account_id = o.id)
      FROM unnest(cast(:owners AS uuid[])) AS o (id)
      """;

  private final JdbcClient jdbc;

  FactorReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<FactorState> states(Set<UUID> owners) {
    return jdbc.sql(STATES)
        .param("owners", owners.toArray(UUID[]::new))
        .query((row, number) ->
            new FactorState(row.getObject(1, UUID.class), row.getBoolean(2), row.getInt(3)))
        .list();
  }
}
