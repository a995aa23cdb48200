package dev.lifeos.auth.session;

import java.util.UUID;

record RevokeSessionInput(UUID sessionId) {}
