/** Who calls, and what they may see. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.access;
