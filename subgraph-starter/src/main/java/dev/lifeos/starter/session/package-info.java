/** Sessions that have ended before their tokens did. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.session;
