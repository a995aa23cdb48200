/**
 * What administrators do to people, as the rest of auth must know it: locks, and who looked at
 * whom.
 */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.oversight;
