package dev.lifeos.auth.app;

import java.util.UUID;

record RenewAppSecretInput(UUID clientId) {}
