/** The learning subgraph. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.learning;
