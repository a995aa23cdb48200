/** Sessions and their refresh tokens. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.session;
