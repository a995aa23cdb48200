package dev.lifeos.health.vital;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A measurement as it is sent; the schema describes each part. */
record VitalInput(
    VitalType type,
    BigDecimal value,
    @Nullable String unit,
    DataSource source,
    Instant recordedAt,
    @Nullable Instant endedAt,
    @Nullable Integer utcOffsetMinutes,
    @Nullable Object metadata) {}
