package dev.lifeos.health.vital;

/** What {@code deleteVital} takes. */
record DeleteVitalInput(String id) {}
