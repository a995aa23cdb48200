/** Tests of telephone numbers. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.profile.phone;
