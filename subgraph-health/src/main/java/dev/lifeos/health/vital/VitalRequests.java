package dev.lifeos.health.vital;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Remembers requests by their idempotency keys, so that one that is sent again is not carried out
 * again.
 */
@Repository
class VitalRequests {

  private static final Duration KEPT = Duration.ofDays(7);

  // Waits for a request with the same key that is under way.
  private static final String CLAIM =
      """
      INSERT INTO vital_request (user_id, idempotency_key, fingerprint, created_at)
      VALUES (:owner, :key, :fingerprint, :now)
      ON CONFLICT DO NOTHING
      """;
  private static final String FINISH =
      """
      UPDATE vital_request SET vital_ids = cast(:ids AS uuid[]), updated = :updated
      WHERE user_id = :owner AND idempotency_key = :key
      """;
  private static final String FIND =
      """
      SELECT fingerprint, vital_ids, updated FROM vital_request
      WHERE user_id = :owner AND idempotency_key = :key
      """;

  /** What a request has done. */
  private record Done(String fingerprint, List<UUID> vitalIds, int updated) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final VitalReads vitals;

  VitalRequests(JdbcClient jdbc, Clock clock, VitalReads vitals) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.vitals = vitals;
  }

  /**
   * Carries the request out, or gives the first one's answer again, with the vitals as they are
   * now.
   */
  RecordVitalsPayload once(
      UUID owner, String key, String fingerprint, Supplier<RecordVitalsPayload> request) {
    if (!claim(owner, key, fingerprint)) {
      return again(find(owner, key), fingerprint);
    }
    var payload = request.get();
    finish(owner, key, payload);
    return payload;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void forgetOld() {
    jdbc.sql("DELETE FROM vital_request WHERE created_at < :limit")
        .param("limit", now().minus(KEPT))
        .update();
  }

  private boolean claim(UUID owner, String key, String fingerprint) {
    return jdbc.sql(CLAIM)
            .param("owner", owner)
            .param("key", key)
            .param("fingerprint", fingerprint)
            .param("now", now())
            .update()
        == 1;
  }

  private void finish(UUID owner, String key, RecordVitalsPayload payload) {
    jdbc.sql(FINISH)
        .param("owner", owner)
        .param("key", key)
        .param(
            "ids",
            payload.vitals().stream().map(Vital::id).map(UUID::toString).toArray(String[]::new))
        .param("updated", payload.updated())
        .update();
  }

  private Done find(UUID owner, String key) {
    return jdbc.sql(FIND)
        .param("owner", owner)
        .param("key", key)
        .query((row, n) ->
            new Done(
                row.getString("fingerprint"),
                Arrays.asList((UUID[]) row.getArray("vital_ids").getArray()),
                row.getInt("updated")))
        .single();
  }

  private RecordVitalsPayload again(Done done, String fingerprint) {
    if (!done.fingerprint().equals(fingerprint)) {
      throw InvalidInput.of(
          UserErrorCode.CONFLICT,
          "The key has been used for another request.",
          "input",
          "idempotencyKey");
    }
    var byId =
        vitals.byIds(done.vitalIds()).stream()
            .collect(Collectors.toMap(Vital::id, Function.identity()));
    var inOrder = done.vitalIds().stream().map(byId::get).filter(Objects::nonNull).toList();
    var recorded = done.vitalIds().size() - done.updated();
    return new RecordVitalsPayload(inOrder, recorded, done.updated(), List.of());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
