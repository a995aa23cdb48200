/** Tests of what administrators do. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.admin;
