package dev.lifeos.health.vital;

/** How readings of a type make one value for a span of time; the schema describes each. */
public enum Aggregation {
  SUM,
  AVERAGE
}
