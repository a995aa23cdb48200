/** What is running now, written down for the other commands. */
@NullMarked
package dev.lifeos.launcher.state;

import org.jspecify.annotations.NullMarked;
