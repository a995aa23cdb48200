package dev.lifeos.auth.data;

import dev.lifeos.auth.account.User;
import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What calling off gave. */
public record CancelAccountDeletionPayload(User user, List<UserError> errors) {}
