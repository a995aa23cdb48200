package dev.lifeos.auth.profile.preference;

import java.time.DayOfWeek;
import java.time.temporal.WeekFields;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/** What is usual where a language is spoken, as far as its tag names a country. */
final class Customs {

  private static final Set<String> IMPERIAL = Set.of("US", "LR", "MM");
  private static final Currency ELSEWHERE = Currency.getInstance("EUR");

  private Customs() {}

  static UnitSystem units(Locale language) {
    return IMPERIAL.contains(language.getCountry()) ? UnitSystem.IMPERIAL : UnitSystem.METRIC;
  }

  // Without a country Java counts a week as the United States do.
  static DayOfWeek firstDayOfWeek(Locale language) {
    return language.getCountry().isEmpty()
        ? DayOfWeek.MONDAY
        : WeekFields.of(language).getFirstDayOfWeek();
  }

  static Currency currency(Locale language) {
    try {
      var currency = Currency.getInstance(language);
      return currency == null ? ELSEWHERE : currency;
    } catch (IllegalArgumentException noCountry) {
      return ELSEWHERE;
    }
  }
}
