/**
 * The edge is driven over HTTP and WebSocket, with real Redis; what is behind it can be told to
 * fail.
 */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge;
