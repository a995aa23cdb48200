package dev.lifeos.auth.app;

import java.util.UUID;

record RevokeAppAccessInput(UUID id) {}
