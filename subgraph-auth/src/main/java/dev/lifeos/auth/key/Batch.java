package dev.lifeos.auth.key;

import org.jspecify.annotations.Nullable;

/**
 * How far the sealing of a table is.
 *
 * @param last the id of the last row that was looked at; null at the beginning and at the end
 */
record Batch(@Nullable Object last, boolean isLast, int sealed, int failed) {

  static final Batch BEGINNING = new Batch(null, false, 0, 0);

  Batch end() {
    return new Batch(null, true, sealed, failed);
  }

  Batch after(Object row, boolean wasSealed) {
    return new Batch(row, false, sealed + (wasSealed ? 1 : 0), failed + (wasSealed ? 0 : 1));
  }
}
