/** Access tokens: verified at the door, once, and kept from being guessed. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.token;
