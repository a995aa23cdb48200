package dev.lifeos.auth.admin;

import java.util.UUID;

record EndSessionsInput(UUID userId) {}
