package dev.lifeos.health.vital;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which vitals are wanted; what is null does not limit them.
 *
 * @param from the first instant
 * @param to the first instant after them
 */
record VitalFilter(
    @Nullable List<VitalType> types,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable List<DataSource> sources) {

  static final VitalFilter NONE = new VitalFilter(null, null, null, null);
}
