/** Signing in by Google, Google accounts as ways in, and what else Google is asked for. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.google;
