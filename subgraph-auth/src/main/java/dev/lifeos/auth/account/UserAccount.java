package dev.lifeos.auth.account;

import dev.lifeos.starter.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators see of a person. */
public record UserAccount(
    UUID id, String email, String fullName, List<Role> roles, Instant createdAt) {

  static @Nullable UserAccount of(@Nullable User user) {
    return user == null
        ? null
        : new UserAccount(user.id(), user.email(), user.fullName(), user.roles(), user.createdAt());
  }
}
