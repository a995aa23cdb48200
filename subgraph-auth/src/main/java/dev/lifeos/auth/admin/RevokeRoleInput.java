package dev.lifeos.auth.admin;

import dev.lifeos.starter.access.Role;
import java.util.UUID;

record RevokeRoleInput(UUID userId, Role role) {}
