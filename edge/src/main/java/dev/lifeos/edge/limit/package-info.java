/** How much one person, or one address, may ask for. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.limit;
