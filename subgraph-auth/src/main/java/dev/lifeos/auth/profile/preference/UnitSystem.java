package dev.lifeos.auth.profile.preference;

/** In which units measurements are shown; the schema describes each value. */
public enum UnitSystem {
  METRIC,
  IMPERIAL
}
