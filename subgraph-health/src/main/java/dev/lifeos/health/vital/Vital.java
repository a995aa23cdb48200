package dev.lifeos.health.vital;

import dev.lifeos.starter.access.Owned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A measurement as the graph shows it; the schema describes each part. */
public record Vital(
    UUID id,
    UUID ownerId,
    VitalType type,
    BigDecimal value,
    DataSource source,
    Instant recordedAt,
    @Nullable Instant endedAt,
    @Nullable Integer utcOffsetMinutes,
    @Nullable Object metadata,
    Instant updatedAt)
    implements Owned {

  /** The canonical unit of the type. */
  public String unit() {
    return type.unit();
  }
}
