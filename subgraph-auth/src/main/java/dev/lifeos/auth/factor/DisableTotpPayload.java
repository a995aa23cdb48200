package dev.lifeos.auth.factor;

import dev.lifeos.auth.account.User;
import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What taking the app away gave. */
record DisableTotpPayload(User user, List<UserError> errors) {}
