package dev.lifeos.auth.profile.preference;

/** Light or dark; the schema describes each value. */
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK
}
