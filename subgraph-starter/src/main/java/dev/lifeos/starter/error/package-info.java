/** Typed errors. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.error;
