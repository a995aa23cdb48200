/** Tests of Google, against a fake of it. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.google;
