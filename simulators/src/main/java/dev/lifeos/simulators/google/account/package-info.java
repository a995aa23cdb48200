/** Google's accounts. */
@NullMarked
package dev.lifeos.simulators.google.account;

import org.jspecify.annotations.NullMarked;
