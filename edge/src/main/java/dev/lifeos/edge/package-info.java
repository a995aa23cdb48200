/** The one door in front of the router and the live notifications. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge;
