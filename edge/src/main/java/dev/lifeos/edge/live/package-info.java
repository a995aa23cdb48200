/** Long-lived connections: sockets and event streams. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.live;
