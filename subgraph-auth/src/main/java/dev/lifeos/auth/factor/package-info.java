/**
 * The second step of a log-in by codes, recovery codes, and showing again that it is the person.
 */
@NullMarked
package dev.lifeos.auth.factor;

import org.jspecify.annotations.NullMarked;
