package dev.lifeos.auth.profile.preference;

/** How numbers are written; the schema describes each value. */
public enum NumberStyle {
  LOCALE,
  POINT,
  COMMA,
  SPACE
}
