/** The services outside LifeOS, simulated on this machine. */
@NullMarked
package dev.lifeos.launcher.simulators;

import org.jspecify.annotations.NullMarked;
