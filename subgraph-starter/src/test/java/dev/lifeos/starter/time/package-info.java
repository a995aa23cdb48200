/** Tests of the starter's {@code time}. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.time;
