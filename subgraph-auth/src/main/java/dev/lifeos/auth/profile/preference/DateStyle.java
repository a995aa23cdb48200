package dev.lifeos.auth.profile.preference;

/** How days are written; the schema describes each value. */
public enum DateStyle {
  LOCALE,
  YEAR_FIRST,
  DAY_FIRST,
  MONTH_FIRST
}
