package dev.lifeos.health.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was measured in one span of time; the schema describes each part. */
public record VitalPoint(
    Instant start,
    Instant end,
    LocalDate localDate,
    @Nullable BigDecimal value,
    @Nullable BigDecimal average,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable BigDecimal sum,
    int count) {}
