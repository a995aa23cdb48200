package dev.lifeos.starter.paging;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a connection is asked for.
 *
 * @param first how many items, 1 to {@value #MAX}
 * @param after the place behind which it starts; null for the beginning
 * @param connection whose cursors the page has: {@code User.vitals}
 */
public record Page(int first, @Nullable Cursor after, String connection) {

  /** The most items of one page. */
  public static final int MAX = 100;

  /**
   * @throws Fault {@code BAD_USER_INPUT} when {@code first} is out of bounds
   */
  public Page {
    if (first < 1 || first > MAX) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "`first` must be between 1 and " + MAX + ".");
    }
  }

  /** A page whose cursors belong to no connection. */
  public Page(int first, @Nullable Cursor after) {
    this(first, after, "");
  }

  /** How many rows to fetch: one more than asked for, which tells whether there is a next page. */
  public int limit() {
    return first + 1;
  }
}
