package dev.lifeos.auth.app;

import dev.lifeos.starter.error.UserError;
import java.util.List;
import java.util.UUID;

/** What taking an app out gave. */
record RemoveAppPayload(UUID clientId, List<UserError> errors) {}
