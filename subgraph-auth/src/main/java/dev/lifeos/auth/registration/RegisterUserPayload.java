package dev.lifeos.auth.registration;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What registering gave. */
public record RegisterUserPayload(List<UserError> errors) {}
