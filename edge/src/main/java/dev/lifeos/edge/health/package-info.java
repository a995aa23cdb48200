/** Whether the platform is usable. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.health;
