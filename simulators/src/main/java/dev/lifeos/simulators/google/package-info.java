/** What Google's services have in common. */
@NullMarked
package dev.lifeos.simulators.google;

import org.jspecify.annotations.NullMarked;
