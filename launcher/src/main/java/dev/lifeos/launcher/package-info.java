/** The command line of LifeOS. */
@NullMarked
package dev.lifeos.launcher;

import org.jspecify.annotations.NullMarked;
