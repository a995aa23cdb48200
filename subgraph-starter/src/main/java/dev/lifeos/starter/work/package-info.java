/** What keeps a processor busy. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.work;
