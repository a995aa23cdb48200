package dev.lifeos.health.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/**
 * What a person's readings come to in one span.
 *
 * @param place the span's place in the series, from 0
 */
record Bucket(UUID ownerId, int place, int count, BigDecimal sum, BigDecimal min, BigDecimal max) {

  BigDecimal average() {
    return sum.divide(BigDecimal.valueOf(count), 4, RoundingMode.HALF_UP);
  }
}
