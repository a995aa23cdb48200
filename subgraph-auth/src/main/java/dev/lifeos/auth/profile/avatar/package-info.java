/** People's pictures: sent, written anew, kept and shown. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.profile.avatar;
