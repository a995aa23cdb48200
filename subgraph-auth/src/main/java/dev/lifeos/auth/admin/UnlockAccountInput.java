package dev.lifeos.auth.admin;

import java.util.UUID;

record UnlockAccountInput(UUID userId) {}
