/** Changing a password, and setting a forgotten one anew. */
@NullMarked
package dev.lifeos.auth.password;

import org.jspecify.annotations.NullMarked;
