/** Tests of keys. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.key;
