package dev.lifeos.auth.profile.preference;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person has chosen; what is null is the default, which fits their language. */
record Chosen(
    int version,
    @Nullable Theme theme,
    @Nullable UnitSystem units,
    @Nullable DayOfWeek firstDayOfWeek,
    @Nullable DateStyle dateStyle,
    @Nullable TimeStyle timeStyle,
    @Nullable NumberStyle numberStyle,
    @Nullable Currency currency,
    @Nullable List<DashboardWidget> dashboard,
    @Nullable Instant updatedAt) {

  UserPreferences in(Locale language) {
    return new UserPreferences(
        version,
        or(theme, Theme.SYSTEM),
        or(units, Customs.units(language)),
        or(firstDayOfWeek, Customs.firstDayOfWeek(language)),
        or(dateStyle, DateStyle.LOCALE),
        or(timeStyle, TimeStyle.LOCALE),
        or(numberStyle, NumberStyle.LOCALE),
        or(currency, Customs.currency(language)),
        or(dashboard, DashboardWidget.DEFAULT),
        updatedAt);
  }

  Chosen changed(UpdatePreferencesInput change, Instant now) {
    return new Chosen(
        version + 1,
        merged(change.theme(), theme),
        merged(change.units(), units),
        merged(change.firstDayOfWeek(), firstDayOfWeek),
        merged(change.dateStyle(), dateStyle),
        merged(change.timeStyle(), timeStyle),
        merged(change.numberStyle(), numberStyle),
        merged(change.defaultCurrency(), currency),
        merged(change.dashboard(), dashboard),
        now);
  }

  private static <T> T or(@Nullable T chosen, T usual) {
    return chosen == null ? usual : chosen;
  }

  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // Null was left out, empty sent as null.
  private static <T> @Nullable T merged(@Nullable Optional<T> change, @Nullable T old) {
    return change == null ? old : change.orElse(null);
  }
}
