/** Passkeys (WebAuthn): a way in that is a second factor by itself. */
@NullMarked
package dev.lifeos.auth.factor.passkey;

import org.jspecify.annotations.NullMarked;
