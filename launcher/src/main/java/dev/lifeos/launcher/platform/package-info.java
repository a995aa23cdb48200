/** All parts put together, in the order in which they start. */
@NullMarked
package dev.lifeos.launcher.platform;

import org.jspecify.annotations.NullMarked;
