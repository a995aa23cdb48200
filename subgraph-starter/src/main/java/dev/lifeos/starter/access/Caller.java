package dev.lifeos.starter.access;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request, from its verified access token.
 *
 * @param subject the token's {@code sub}: a person's id, or {@code service:NAME}; null when there
 *     is no token
 * @param sessionId the token's {@code sid}, if it has one
 * @param scopes what the token allows, e.g. {@code health:read}
 * @param roles what the bearer is
 * @param expiresAt when the token ends; null when there is no token
 * @param zone where the person's days are cut, from the token's {@code zoneinfo} (OpenID Connect
 *     Core 5.1); UTC when it does not say
 */
public record Caller(
    @Nullable String subject,
    @Nullable String sessionId,
    Set<String> scopes,
    Set<Role> roles,
    @Nullable Instant expiresAt,
    ZoneId zone) {

  static final String SESSION = "sid";
  static final String ATTRIBUTE = Caller.class.getName();

  /** Nobody: the request carried no token. */
  public static final Caller ANONYMOUS =
      new Caller(null, null, Set.of(), Set.of(), null, ZoneOffset.UTC);

  /**
   * The one who opened a WebSocket with a token.
   *
   * @param attributes the socket's
   */
  public static Optional<Caller> of(Map<String, Object> attributes) {
    return attributes.get(ATTRIBUTE) instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  /** Whether there is a token at all. */
  public boolean signedIn() {
    return subject != null;
  }

  /** Whether the token carries the role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Whether the token is that person's. */
  public boolean is(UUID personId) {
    return personId.toString().equals(subject);
  }

  /**
   * The signed-in person.
   *
   * @throws Fault {@code UNAUTHENTICATED} without a token, {@code FORBIDDEN} with one that is no
   *     person's
   */
  public UUID personId() {
    if (subject == null) {
      throw new Fault(ErrorCode.UNAUTHENTICATED, "Sign in first.");
    }
    try {
      return UUID.fromString(subject);
    } catch (IllegalArgumentException noPerson) {
      throw new Fault(ErrorCode.FORBIDDEN, "Only a person may do this.");
    }
  }
}
