/** Counts attempts, so that nobody guesses. */
@NullMarked
package dev.lifeos.auth.throttle;

import org.jspecify.annotations.NullMarked;
