package dev.lifeos.auth.password;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What asking for a new password gave. */
public record RequestPasswordResetPayload(List<UserError> errors) {}
