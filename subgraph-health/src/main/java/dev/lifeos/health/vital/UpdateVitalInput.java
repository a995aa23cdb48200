package dev.lifeos.health.vital;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code updateVital} takes: null is left as it is, an empty {@code Optional} clears. */
record UpdateVitalInput(
    UUID id,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable Instant recordedAt,
    @Nullable Optional<Instant> endedAt,
    @Nullable Optional<Object> metadata) {}
