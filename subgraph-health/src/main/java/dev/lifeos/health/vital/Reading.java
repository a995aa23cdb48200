package dev.lifeos.health.vital;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A measurement that has passed the rules and is not yet stored.
 *
 * @param value in the canonical unit
 * @param metadata JSON
 */
record Reading(
    VitalType type,
    BigDecimal value,
    DataSource source,
    Instant recordedAt,
    @Nullable Instant endedAt,
    @Nullable Integer utcOffsetMinutes,
    @Nullable String metadata) {

  /** What a source reports once. */
  record Key(VitalType type, Instant recordedAt, DataSource source) {

    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::type).thenComparing(Key::recordedAt).thenComparing(Key::source);
  }

  Key key() {
    return new Key(type, recordedAt, source);
  }
}
