/** The contracts, by HTTP and SMTP. */
@NullMarked
package dev.lifeos.simulators;

import org.jspecify.annotations.NullMarked;
