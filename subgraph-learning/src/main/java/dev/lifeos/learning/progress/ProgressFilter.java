package dev.lifeos.learning.progress;

import org.jspecify.annotations.Nullable;

/** Which enrolments are listed. */
record ProgressFilter(@Nullable Boolean completed) {}
