package dev.lifeos.health.vital;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** The vital as it is now. */
public record UpdateVitalPayload(Vital vital, List<UserError> errors) {}
