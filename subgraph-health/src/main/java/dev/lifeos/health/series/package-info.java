/** Vitals over time: one type's readings, drawn together by hour, day, week or month. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.health.series;
