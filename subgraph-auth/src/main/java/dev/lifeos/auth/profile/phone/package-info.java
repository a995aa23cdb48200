/** Telephone numbers, verified by a code that comes as a text message. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.profile.phone;
