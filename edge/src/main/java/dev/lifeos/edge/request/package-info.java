/** Who asks, under which id, and with how large a body. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.request;
