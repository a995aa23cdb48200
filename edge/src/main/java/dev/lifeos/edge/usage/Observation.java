package dev.lifeos.edge.usage;

import java.time.LocalDate;

/**
 * An operation as the schema registry imports it. It holds nothing of a person: no variables, no
 * values, no address.
 *
 * @param day in UTC
 * @param client the name it gives itself
 * @param version the version it gives itself
 * @param document the operation without the values that stood in it
 * @param count how often it was sent
 */
record Observation(LocalDate day, String client, String version, String document, long count) {}
