package dev.lifeos.auth.session;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What ending gave. */
public record LogoutPayload(List<UserError> errors) {}
