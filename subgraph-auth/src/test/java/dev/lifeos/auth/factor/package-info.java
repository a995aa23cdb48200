/** Tests of second factors. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.factor;
