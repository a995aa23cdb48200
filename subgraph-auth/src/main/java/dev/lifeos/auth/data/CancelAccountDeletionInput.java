package dev.lifeos.auth.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record CancelAccountDeletionInput(@Nullable Instant deletionScheduledAt) {}
