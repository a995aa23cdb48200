package dev.lifeos.auth.session;

import dev.lifeos.starter.error.UserError;
import java.util.List;
import java.util.UUID;

/** What ending one session gave. */
public record RevokeSessionPayload(UUID sessionId, List<UserError> errors) {}
