package dev.lifeos.starter.batch;

import java.util.UUID;

/**
 * What a DataLoader is asked for: one person's part of a query.
 *
 * @param query a value; equal queries are answered by one statement
 */
public record OwnerKey<Q>(UUID ownerId, Q query) {}
