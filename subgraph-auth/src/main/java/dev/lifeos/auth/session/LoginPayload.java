package dev.lifeos.auth.session;

import dev.lifeos.auth.account.User;
import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What registering or logging in gave. */
public record LoginPayload(User user, SessionTokens session, List<UserError> errors) {}
