package dev.lifeos.auth.factor;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What stepping up gave. */
record StepUpPayload(List<UserError> errors) {}
