/** The health subgraph: what a person's body and days measure. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.health;
