/** What every LifeOS subgraph is made of. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter;
