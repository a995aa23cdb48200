package dev.lifeos.auth.session;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What ending the others gave. */
public record RevokeOtherSessionsPayload(int revoked, List<UserError> errors) {}
