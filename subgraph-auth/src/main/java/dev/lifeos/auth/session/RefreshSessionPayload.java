package dev.lifeos.auth.session;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What renewing gave. */
public record RefreshSessionPayload(SessionTokens session, List<UserError> errors) {}
