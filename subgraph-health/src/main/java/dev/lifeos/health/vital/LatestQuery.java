package dev.lifeos.health.vital;

import java.util.List;

/**
 * What {@code User.latestVitals} is asked for.
 *
 * @param types each once, in the order of the answer
 * @param withMetadata whether metadata was asked for: without it, the index alone answers
 */
record LatestQuery(List<VitalType> types, boolean withMetadata) {}
