/** Relay connections with keyset cursors. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.paging;
