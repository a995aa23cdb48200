/** The built platform, driven over HTTP and WebSocket as its users do. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.endtoend;
