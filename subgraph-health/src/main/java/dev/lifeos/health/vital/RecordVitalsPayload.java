package dev.lifeos.health.vital;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What {@code recordVitals} has done; the schema describes each part. */
public record RecordVitalsPayload(
    List<Vital> vitals, int recorded, int updated, List<UserError> errors) {

  static RecordVitalsPayload of(List<Vital> vitals, int updated) {
    return new RecordVitalsPayload(vitals, vitals.size() - updated, updated, List.of());
  }
}
