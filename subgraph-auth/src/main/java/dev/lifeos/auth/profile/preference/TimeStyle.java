package dev.lifeos.auth.profile.preference;

/** How times of day are written; the schema describes each value. */
public enum TimeStyle {
  LOCALE,
  HOURS_24,
  HOURS_12
}
