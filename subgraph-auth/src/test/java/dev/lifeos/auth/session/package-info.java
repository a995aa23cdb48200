/** Tests of sessions. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.session;
