package dev.lifeos.health.vital;

import static dev.lifeos.health.vital.Aggregation.AVERAGE;
import static dev.lifeos.health.vital.Aggregation.SUM;
import static dev.lifeos.health.vital.InputUnit.per;
import static dev.lifeos.health.vital.InputUnit.same;
import static dev.lifeos.health.vital.InputUnit.scale;
import static dev.lifeos.health.vital.InputUnit.times;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is measured, with its plausible range in its canonical unit and the units it is accepted in,
 * the canonical one first. The schema describes each.
 */
public enum VitalType {
  HEART_RATE(AVERAGE, "20", "300", same("/min"), same("{beats}/min"), times("Hz", "60")),
  RESTING_HEART_RATE(AVERAGE, "20", "200", same("/min"), same("{beats}/min"), times("Hz", "60")),
  HEART_RATE_VARIABILITY(AVERAGE, "1", "500", same("ms"), times("s", "1000")),
  RESPIRATORY_RATE(AVERAGE, "2", "100", same("/min"), same("{breaths}/min"), times("Hz", "60")),
  OXYGEN_SATURATION(AVERAGE, "30", "100", same("%"), times("1", "100")),
  // The conventional millimetre of mercury of UCUM: 133.322 Pa.
  BLOOD_PRESSURE_SYSTOLIC(AVERAGE, "40", "300", same("mm[Hg]"), per("kPa", "0.133322")),
  BLOOD_PRESSURE_DIASTOLIC(AVERAGE, "20", "200", same("mm[Hg]"), per("kPa", "0.133322")),
  // One mole of glucose is 180.182 g by the convention of glucose meters.
  BLOOD_GLUCOSE(AVERAGE, "0.5", "60", same("mmol/L"), per("mg/dL", "18.0182")),
  BODY_TEMPERATURE(
      AVERAGE,
      "25",
      "45",
      same("Cel"),
      scale("[degF]", "32", "5", "9"),
      scale("K", "273.15", "1", "1")),
  WEIGHT(
      AVERAGE,
      "0.5",
      "700",
      same("kg"),
      times("g", "0.001"),
      times("[lb_av]", "0.45359237"),
      times("[stone_av]", "6.35029318")),
  HEIGHT(
      AVERAGE,
      "20",
      "280",
      same("cm"),
      times("m", "100"),
      times("mm", "0.1"),
      times("[in_i]", "2.54"),
      times("[ft_i]", "30.48")),
  BODY_FAT(AVERAGE, "1", "80", same("%"), times("1", "100")),
  BODY_MASS_INDEX(AVERAGE, "5", "250", same("kg/m2")),
  VO2_MAX(AVERAGE, "5", "110", same("mL/(kg.min)"), same("mL/kg/min")),
  MOOD(AVERAGE, "1", "10", same("{score}")),
  STEPS(SUM, "0", "200000", same("{steps}"), same("1")),
  DISTANCE(
      SUM,
      "0",
      "1000000",
      same("m"),
      times("km", "1000"),
      times("[mi_i]", "1609.344"),
      times("[yd_i]", "0.9144"),
      times("[ft_i]", "0.3048")),
  FLOORS_CLIMBED(SUM, "0", "5000", same("{floors}"), same("1")),
  ACTIVE_ENERGY(SUM, "0", "30000", same("kcal"), same("[Cal]"), per("kJ", "4.184")),
  BASAL_ENERGY(SUM, "0", "10000", same("kcal"), same("[Cal]"), per("kJ", "4.184")),
  ACTIVE_MINUTES(SUM, "0", "1440", same("min"), times("h", "60"), per("s", "60")),
  SLEEP_DURATION(SUM, "0", "1440", same("min"), times("h", "60"), per("s", "60")),
  MINDFUL_MINUTES(SUM, "0", "1440", same("min"), times("h", "60"), per("s", "60")),
  WATER(
      SUM,
      "0",
      "20000",
      same("mL"),
      times("L", "1000"),
      times("[foz_us]", "29.5735295625"),
      times("[cup_us]", "236.5882365"));

  private final Aggregation aggregation;
  private final BigDecimal min;
  private final BigDecimal max;
  private final List<InputUnit> units;

  VitalType(Aggregation aggregation, String min, String max, InputUnit... units) {
    this.aggregation = aggregation;
    this.min = new BigDecimal(min);
    this.max = new BigDecimal(max);
    this.units = List.of(units);
  }

  /** The unit, in UCUM, in which values are kept. */
  public String unit() {
    return units.getFirst().code();
  }

  /** Whether a span's readings are summed or averaged. */
  public Aggregation aggregation() {
    return aggregation;
  }

  BigDecimal min() {
    return min;
  }

  BigDecimal max() {
    return max;
  }

  List<InputUnit> units() {
    return units;
  }

  Optional<InputUnit> unit(String code) {
    return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
  }

  boolean isPlausible(BigDecimal canonical) {
    return canonical.compareTo(min) >= 0 && canonical.compareTo(max) <= 0;
  }
}
