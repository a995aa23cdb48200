/** Enrolments, and the progress that is derived from completed lessons. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.learning.progress;
