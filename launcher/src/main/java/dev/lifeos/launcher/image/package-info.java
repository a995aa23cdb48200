/** The Java parts' jars, made quick to start by an ahead-of-time cache. */
@NullMarked
package dev.lifeos.launcher.image;

import org.jspecify.annotations.NullMarked;
