/** Tests of profiles. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.profile;
