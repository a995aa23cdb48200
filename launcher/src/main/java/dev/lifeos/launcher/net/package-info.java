/** Ports and probes on the loopback address. */
@NullMarked
package dev.lifeos.launcher.net;

import org.jspecify.annotations.NullMarked;
