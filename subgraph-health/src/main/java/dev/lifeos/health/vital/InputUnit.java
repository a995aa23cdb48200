package dev.lifeos.health.vital;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A unit in which a type is accepted, and the way to its canonical unit: {@code (value - offset) ×
 * factor ÷ divisor}.
 *
 * @param code the unit in UCUM, case-sensitive
 */
record InputUnit(String code, BigDecimal offset, BigDecimal factor, BigDecimal divisor) {

  /** How many decimal places a stored value has. */
  static final int SCALE = 4;

  /** The canonical unit, or another name for it. */
  static InputUnit same(String code) {
    return times(code, "1");
  }

  /** A unit that is so many canonical ones. */
  static InputUnit times(String code, String factor) {
    return new InputUnit(code, BigDecimal.ZERO, new BigDecimal(factor), BigDecimal.ONE);
  }

  /** A unit of which so many are a canonical one. */
  static InputUnit per(String code, String divisor) {
    return new InputUnit(code, BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal(divisor));
  }

  /** A scale with another zero. */
  static InputUnit scale(String code, String offset, String factor, String divisor) {
    return new InputUnit(
        code, new BigDecimal(offset), new BigDecimal(factor), new BigDecimal(divisor));
  }

  // Exact up to the division, which is the only place where digits are lost.
  BigDecimal toCanonical(BigDecimal value) {
    return value.subtract(offset).multiply(factor).divide(divisor, SCALE, RoundingMode.HALF_UP);
  }
}
