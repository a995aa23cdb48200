package dev.lifeos.health.vital;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code recordVitals} takes; the schema describes each part. */
record RecordVitalsInput(
    @Size(min = 1, max = 1_000, message = "Send 1 to 1000 vitals") List<VitalInput> vitals,
    @Pattern(
            regexp = "[!-~]{1,100}",
            message = "The key must be 1 to 100 printable characters, without spaces")
        @Nullable String idempotencyKey) {}
