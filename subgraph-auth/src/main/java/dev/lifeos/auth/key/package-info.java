/** Signing keys, encrypted at rest and published as a JWKS, and the tokens that they sign. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.key;
