/** How people want things shown. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.profile.preference;
