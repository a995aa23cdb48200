package dev.lifeos.finance.request;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Remembers requests by their idempotency keys, so that one that is sent again is not carried out
 * again.
 */
@Repository
public class Requests {

  private static final Duration KEPT = Duration.ofDays(7);

  // Waits for a request with the same key that is under way.
  private static final String CLAIM =
      """
      INSERT INTO request (user_id, idempotency_key, fingerprint, made_ids, created_at)
      VALUES (:owner, :key, :fingerprint, cast(:ids AS uuid[]), :now)
      ON CONFLICT DO NOTHING
      """;
  private static final String FIND =
      """
      SELECT fingerprint, made_ids FROM request
      WHERE user_id = :owner AND idempotency_key = :key
      """;

  private record Earlier(String fingerprint, List<UUID> madeIds) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Requests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Asks to carry a request out, in the transaction that does so.
   *
   * @param key the idempotency key; without it, every request is a new one
   * @param request a value that says what is asked for
   * @param ids those of the records that the request is to make
   * @return the same ids, or those of the records that the same request made earlier
   * @throws InvalidInput {@code CONFLICT} where the key stands for another request
   */
  public List<UUID> claim(UUID owner, @Nullable String key, Record request, List<UUID> ids) {
    if (key == null) {
      return ids;
    }
    var fingerprint = Fingerprint.of(request);
    return insert(owner, key, fingerprint, ids) ? ids : earlier(owner, key, fingerprint);
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  int forgetOld() {
    return jdbc.sql("DELETE FROM request WHERE created_at < :limit")
        .param("limit", now().minus(KEPT))
        .update();
  }

  private boolean insert(UUID owner, String key, String fingerprint, List<UUID> ids) {
    return jdbc.sql(CLAIM)
            .param("owner", owner)
            .param("key", key)
            .param("fingerprint", fingerprint)
            .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
            .param("now", now())
            .update()
        == 1;
  }

  private List<UUID> earlier(UUID owner, String key, String fingerprint) {
    var earlier =
        jdbc.sql(FIND)
            .param("owner", owner)
            .param("key", key)
            .query((row, n) ->
                new Earlier(
                    row.getString("fingerprint"),
                    List.of((UUID[]) row.getArray("made_ids").getArray())))
            .single();
    if (!earlier.fingerprint().equals(fingerprint)) {
      throw InvalidInput.of(
          UserErrorCode.CONFLICT,
          "The key has been used for another request.",
          "input",
          "idempotencyKey");
    }
    return earlier.madeIds();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
