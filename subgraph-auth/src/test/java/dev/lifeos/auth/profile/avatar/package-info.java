/** Tests of pictures. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.profile.avatar;
