/** Making an account and showing that its address is one's own. */
@NullMarked
package dev.lifeos.auth.registration;

import org.jspecify.annotations.NullMarked;
