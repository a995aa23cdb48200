/** Limits on what one operation may cost. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.limit;
