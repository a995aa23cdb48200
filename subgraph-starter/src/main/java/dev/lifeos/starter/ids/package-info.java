/** Identifiers. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.ids;
