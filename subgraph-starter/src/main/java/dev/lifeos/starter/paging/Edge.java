package dev.lifeos.starter.paging;

/**
 * An item of a connection.
 *
 * @param cursor the item's place, for {@code after}
 */
public record Edge<T>(T node, String cursor) {}
