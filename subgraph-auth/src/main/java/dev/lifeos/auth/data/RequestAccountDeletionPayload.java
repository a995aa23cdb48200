package dev.lifeos.auth.data;

import dev.lifeos.starter.error.UserError;
import java.time.Instant;
import java.util.List;

/** What asking for deletion gave. */
public record RequestAccountDeletionPayload(Instant deletionScheduledAt, List<UserError> errors) {}
