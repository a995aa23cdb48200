package dev.lifeos.auth.app;

import java.util.UUID;

record RemoveAppInput(UUID clientId) {}
