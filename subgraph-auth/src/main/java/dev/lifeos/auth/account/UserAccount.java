package dev.lifeos.auth.account;

import dev.lifeos.starter.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What administrators see of a person. */
public record UserAccount(
    UUID id, String email, String fullName, List<Role> roles, Instant createdAt) {}
