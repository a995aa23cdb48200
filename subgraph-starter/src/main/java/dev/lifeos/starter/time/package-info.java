/** The one rule by which time is cut into days. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.time;
