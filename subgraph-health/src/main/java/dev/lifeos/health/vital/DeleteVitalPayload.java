package dev.lifeos.health.vital;

import dev.lifeos.starter.error.UserError;
import java.util.List;
import java.util.UUID;

/** The id of what is gone. */
public record DeleteVitalPayload(UUID deletedId, List<UserError> errors) {}
