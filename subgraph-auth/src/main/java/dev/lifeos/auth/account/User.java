package dev.lifeos.auth.account;

import dev.lifeos.starter.access.Owned;
import dev.lifeos.starter.access.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person; the schema describes each part that it has.
 *
 * @param sessionEpoch how often all of their sessions had been ended when this was read
 */
public record User(
    UUID id,
    String email,
    boolean emailVerified,
    String fullName,
    @Nullable String phoneNumber,
    ZoneId timeZone,
    Locale locale,
    List<Role> roles,
    Instant createdAt,
    int sessionEpoch)
    implements Owned {

  @Override
  public UUID ownerId() {
    return id;
  }

  static List<Role> roles(boolean admin) {
    return admin ? List.of(Role.USER, Role.ADMIN) : List.of(Role.USER);
  }
}
