package dev.lifeos.learning.progress;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What enrolling gave. */
public record EnrollPayload(Progress progress, List<UserError> errors) {}
