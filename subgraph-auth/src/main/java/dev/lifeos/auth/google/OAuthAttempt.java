package dev.lifeos.auth.google;

import dev.lifeos.auth.key.Sealed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is at Google.
 *
 * @param account whose; null where anybody may come back
 * @param sealed the {@link AttemptSecrets}
 */
record OAuthAttempt(UUID id, OAuthPurpose purpose, @Nullable UUID account, Sealed sealed) {}
