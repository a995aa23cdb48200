/** A subgraph in small, to test what all of them are made of. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.sample;
