package dev.lifeos.learning.progress;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record CompleteLessonInput(
    UUID lessonId, @Nullable Instant completedAt, @Nullable ZoneId timeZone) {}
