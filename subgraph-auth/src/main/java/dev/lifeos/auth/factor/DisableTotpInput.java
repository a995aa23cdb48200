package dev.lifeos.auth.factor;

import org.jspecify.annotations.Nullable;

/** What allows it. */
record DisableTotpInput(@Nullable String code) {}
