package dev.lifeos.auth.app;

import dev.lifeos.starter.error.UserError;
import java.util.List;
import java.util.UUID;

/** What taking back gave. */
record RevokeAppAccessPayload(UUID id, List<UserError> errors) {}
