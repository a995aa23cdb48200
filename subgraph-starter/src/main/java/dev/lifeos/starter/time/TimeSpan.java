package dev.lifeos.starter.time;

import java.time.Instant;

/**
 * A span of time.
 *
 * @param start its first instant
 * @param end the first instant after it
 */
public record TimeSpan(Instant start, Instant end) {}
