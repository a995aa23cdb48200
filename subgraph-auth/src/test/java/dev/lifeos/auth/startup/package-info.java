/** Tests of starts that fail. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.startup;
