package dev.lifeos.health.vital;

import java.math.BigDecimal;

/** How numbers are shown. */
public final class Decimals {

  private Decimals() {}

  /**
   * The number without the zeros that only the column's scale has put there: 70.5000 is 70.5,
   * 80.0000 is 80.
   */
  public static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
