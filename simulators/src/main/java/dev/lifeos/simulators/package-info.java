/** The services outside LifeOS, by their contracts, for a machine without accounts at them. */
@NullMarked
package dev.lifeos.simulators;

import org.jspecify.annotations.NullMarked;
