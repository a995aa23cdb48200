package dev.lifeos.auth.profile.preference;

import java.time.DayOfWeek;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person changes: null was left out, empty was sent as null. */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record UpdatePreferencesInput(
    @Nullable Integer version,
    @Nullable Optional<Theme> theme,
    @Nullable Optional<UnitSystem> units,
    @Nullable Optional<DayOfWeek> firstDayOfWeek,
    @Nullable Optional<DateStyle> dateStyle,
    @Nullable Optional<TimeStyle> timeStyle,
    @Nullable Optional<NumberStyle> numberStyle,
    @Nullable Optional<Currency> defaultCurrency,
    @Nullable Optional<List<DashboardWidget>> dashboard) {}
