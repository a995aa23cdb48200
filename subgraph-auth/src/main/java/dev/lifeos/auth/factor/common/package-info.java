/** What codes and passkeys share. */
@NullMarked
package dev.lifeos.auth.factor.common;

import org.jspecify.annotations.NullMarked;
