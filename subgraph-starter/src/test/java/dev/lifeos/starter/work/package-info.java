/** Tests of the starter's {@code work}. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.work;
