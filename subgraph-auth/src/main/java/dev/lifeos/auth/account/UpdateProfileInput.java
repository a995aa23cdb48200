package dev.lifeos.auth.account;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person changes: null was left out, empty was sent as null. */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record UpdateProfileInput(
    @Nullable Optional<String> fullName,
    @Nullable Optional<ZoneId> timeZone,
    @Nullable Optional<Locale> locale,
    @Nullable Optional<String> phoneNumber) {}
