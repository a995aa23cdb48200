/** Tests of the starter's {@code access}. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.access;
