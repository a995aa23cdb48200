/** The embedded Redis server. */
@NullMarked
package dev.lifeos.launcher.redis;

import org.jspecify.annotations.NullMarked;
