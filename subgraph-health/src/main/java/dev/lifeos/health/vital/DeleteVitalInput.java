package dev.lifeos.health.vital;

import java.util.UUID;

/** What {@code deleteVital} takes. */
record DeleteVitalInput(UUID id) {}
