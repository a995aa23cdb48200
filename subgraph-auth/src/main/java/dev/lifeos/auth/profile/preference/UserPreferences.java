package dev.lifeos.auth.profile.preference;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a person wants things shown; the schema describes each part. */
public record UserPreferences(
    int version,
    Theme theme,
    UnitSystem units,
    DayOfWeek firstDayOfWeek,
    DateStyle dateStyle,
    TimeStyle timeStyle,
    NumberStyle numberStyle,
    Currency defaultCurrency,
    List<DashboardWidget> dashboard,
    @Nullable Instant updatedAt) {}
