package dev.lifeos.auth.app;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ends what apps were allowed. Codes end before sessions, so that of a code that is exchanged at
 * the same moment either nothing comes, or what comes ends too.
 */
@Repository
class AppAccess {

  private static final String SPOIL_OF_PERSON =
      """
      UPDATE app_code SET used_at = :now
      WHERE account_id = :account AND client_id = :client AND used_at IS NULL AND expires_at > :now
      """;
  private static final String END_OF_PERSON =
      """
      UPDATE session SET revoked_at = :now
      WHERE account_id = :account AND client_id = :client AND revoked_at IS NULL AND expires_at > :now
      """;
  private static final String SPOIL =
      "UPDATE app_code SET used_at = :now WHERE client_id = :client AND used_at IS NULL";
  private static final String END =
      "UPDATE session SET revoked_at = :now WHERE client_id = :client AND revoked_at IS NULL";
  private static final String END_ONE =
      """
      UPDATE session SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL
      RETURNING account_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  AppAccess(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** False where the app had no access. */
  boolean end(UUID account, UUID client) {
    return endOfPerson(SPOIL_OF_PERSON, account, client)
            + endOfPerson(END_OF_PERSON, account, client)
        > 0;
  }

  void endEverywhere(UUID client) {
    jdbc.sql(SPOIL).param("now", now()).param("client", client).update();
    jdbc.sql(END).param("now", now()).param("client", client).update();
  }

  /** Ends one session; whose it was, where it had not ended. */
  Optional<UUID> end(UUID session) {
    return jdbc.sql(END_ONE).param("now", now()).param("id", session).query(UUID.class).optional();
  }

  private int endOfPerson(String statement, UUID account, UUID client) {
    return jdbc.sql(statement)
        .param("now", now())
        .param("account", account)
        .param("client", client)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
