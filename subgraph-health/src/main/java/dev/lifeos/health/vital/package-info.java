/** Vitals: single measurements, recorded in any accepted unit and kept in one per type. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.health.vital;
