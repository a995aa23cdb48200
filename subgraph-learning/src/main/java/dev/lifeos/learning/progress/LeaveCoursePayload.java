package dev.lifeos.learning.progress;

import dev.lifeos.starter.error.UserError;
import java.util.List;
import java.util.UUID;

/** What leaving gave. */
public record LeaveCoursePayload(UUID courseId, List<UserError> errors) {}
