package dev.lifeos.health.vital;

/**
 * Where a vital comes from, in order of priority: the first is believed first. The schema describes
 * each.
 */
public enum DataSource {
  MANUAL,
  MEDICAL_DEVICE,
  WEARABLE,
  PHONE,
  APP,
  IMPORT
}
