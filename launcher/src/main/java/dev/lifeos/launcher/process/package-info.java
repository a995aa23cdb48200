/** Processes: how they are started, watched, restarted and ended. */
@NullMarked
package dev.lifeos.launcher.process;

import org.jspecify.annotations.NullMarked;
