/** What a person sees. */
@NullMarked
package dev.lifeos.launcher.terminal;

import org.jspecify.annotations.NullMarked;
