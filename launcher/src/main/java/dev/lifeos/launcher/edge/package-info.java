/** The one door in front of everything. */
@NullMarked
package dev.lifeos.launcher.edge;

import org.jspecify.annotations.NullMarked;
