package dev.lifeos.health.vital;

import dev.lifeos.starter.input.IdempotencyKey;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code recordVitals} takes; the schema describes each part. */
record RecordVitalsInput(
    @Size(min = 1, max = 1_000, message = "Send 1 to 1000 vitals") List<VitalInput> vitals,
    @IdempotencyKey @Nullable String idempotencyKey) {}
