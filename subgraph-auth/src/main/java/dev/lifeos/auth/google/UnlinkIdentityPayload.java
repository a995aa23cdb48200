package dev.lifeos.auth.google;

import dev.lifeos.auth.account.User;
import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What unlinking gave. */
record UnlinkIdentityPayload(User user, List<UserError> errors) {}
