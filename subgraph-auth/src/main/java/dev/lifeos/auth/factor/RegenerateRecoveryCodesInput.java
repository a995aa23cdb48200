package dev.lifeos.auth.factor;

import org.jspecify.annotations.Nullable;

/** What allows it. */
record RegenerateRecoveryCodesInput(@Nullable String code) {}
