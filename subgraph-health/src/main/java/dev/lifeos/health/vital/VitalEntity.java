package dev.lifeos.health.vital;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored vital, for changing one. */
@Entity
@Table(name = "vital")
@SuppressWarnings("NullAway.Init") // Filled by JPA.
class VitalEntity {

  @Id private UUID id;

  @Column(updatable = false)
  private UUID userId;

  @Enumerated(EnumType.STRING)
  @Column(length = 40, updatable = false)
  private VitalType type;

  @Column(precision = 12, scale = InputUnit.SCALE)
  private BigDecimal value;

  @Enumerated(EnumType.STRING)
  @Column(length = 40, updatable = false)
  private DataSource source;

  private Instant recordedAt;
  private @Nullable Instant endedAt;

  @Column(updatable = false)
  private @Nullable Integer utcOffsetMinutes;

  private @Nullable String metadata;
  @Version private int version;
  private Instant updatedAt;

  protected VitalEntity() {}

  Reading reading() {
    return new Reading(type, value, source, recordedAt, endedAt, utcOffsetMinutes, metadata);
  }

  /** Takes over what is different; what is not, leaves the row untouched. */
  void correct(Reading corrected, Instant now) {
    if (corrected.equals(reading())) {
      return;
    }
    value = corrected.value();
    recordedAt = corrected.recordedAt();
    endedAt = corrected.endedAt();
    metadata = corrected.metadata();
    updatedAt = now;
  }

  Vital toVital(Metadata json) {
    return new Vital(
        id,
        userId,
        type,
        Decimals.plain(value),
        source,
        recordedAt,
        endedAt,
        utcOffsetMinutes,
        json.read(metadata),
        updatedAt);
  }
}
