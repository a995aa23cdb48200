/** Tests of preferences. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.profile.preference;
