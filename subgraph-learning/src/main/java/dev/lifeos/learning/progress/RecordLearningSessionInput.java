package dev.lifeos.learning.progress;

import dev.lifeos.starter.input.IdempotencyKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RecordLearningSessionInput(
    UUID courseId,
    Instant startedAt,
    @Min(1) @Max(14_400) int durationSeconds,
    @Nullable ZoneId timeZone,
    @IdempotencyKey @Nullable String idempotencyKey) {

  Instant endedAt() {
    return startedAt.plusSeconds(durationSeconds);
  }
}
