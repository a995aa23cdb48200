package dev.lifeos.auth.password;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What setting a new password gave. */
public record ResetPasswordPayload(List<UserError> errors) {}
