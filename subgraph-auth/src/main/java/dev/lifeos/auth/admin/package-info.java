/** What administrators do: look people up, grant and revoke roles, lock accounts, end sessions. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.admin;
