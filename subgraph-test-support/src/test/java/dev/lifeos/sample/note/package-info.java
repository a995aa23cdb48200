/** Notes. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.sample.note;
