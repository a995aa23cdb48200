/** Why auth does not start. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.startup;
