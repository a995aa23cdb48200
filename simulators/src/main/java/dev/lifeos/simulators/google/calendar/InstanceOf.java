package dev.lifeos.simulators.google.calendar;

import java.time.Instant;

/**
 * Which time of a series an event is.
 *
 * @param series the series' id
 * @param originalStart when the series would have it
 */
record InstanceOf(String series, Instant originalStart) {}
