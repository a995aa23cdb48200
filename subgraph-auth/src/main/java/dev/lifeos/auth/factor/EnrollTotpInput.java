package dev.lifeos.auth.factor;

import org.jspecify.annotations.Nullable;

/** Which app is to give codes. */
record EnrollTotpInput(@Nullable String label) {}
