package dev.lifeos.auth.password;

import dev.lifeos.auth.session.SessionTokens;
import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What changing the password gave. */
public record ChangePasswordPayload(SessionTokens session, List<UserError> errors) {}
