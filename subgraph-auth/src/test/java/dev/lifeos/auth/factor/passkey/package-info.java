/** Tests of passkeys, with an authenticator in software. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.factor.passkey;
