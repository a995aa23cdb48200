/** The scalars that all subgraphs share. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.scalar;
