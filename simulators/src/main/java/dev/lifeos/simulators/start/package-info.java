/** The first page. */
@NullMarked
package dev.lifeos.simulators.start;

import org.jspecify.annotations.NullMarked;
