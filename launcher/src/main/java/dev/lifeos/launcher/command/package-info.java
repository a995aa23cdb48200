/** The commands, one class each. */
@NullMarked
package dev.lifeos.launcher.command;

import org.jspecify.annotations.NullMarked;
