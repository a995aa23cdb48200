/** Connections of clients: how many, and how slow they may be. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.connection;
