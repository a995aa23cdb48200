package dev.lifeos.learning.progress;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RecordLearningSessionInput(
    UUID courseId,
    Instant startedAt,
    @Min(1) @Max(14_400) int durationSeconds,
    @Nullable ZoneId timeZone,
    @Nullable @Size(min = 1, max = 100) String idempotencyKey) {

  Instant endedAt() {
    return startedAt.plusSeconds(durationSeconds);
  }
}
