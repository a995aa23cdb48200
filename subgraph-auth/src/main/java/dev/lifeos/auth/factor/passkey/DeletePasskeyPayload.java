package dev.lifeos.auth.factor.passkey;

import dev.lifeos.starter.error.UserError;
import java.util.List;
import java.util.UUID;

/** What taking away gave. */
record DeletePasskeyPayload(UUID id, List<UserError> errors) {}
