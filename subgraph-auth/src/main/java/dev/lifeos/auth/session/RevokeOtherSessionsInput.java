package dev.lifeos.auth.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RevokeOtherSessionsInput(@Nullable UUID exceptSessionId) {}
