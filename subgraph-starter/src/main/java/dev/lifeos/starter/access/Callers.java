package dev.lifeos.starter.access;

import dev.lifeos.starter.time.Zones;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Makes a {@link Caller} of a verified token. */
final class Callers {

  private Callers() {}

  static Caller of(@Nullable Authentication authentication) {
    return authentication instanceof JwtAuthenticationToken token
        ? of(token.getToken())
        : Caller.ANONYMOUS;
  }

  static Caller of(Jwt jwt) {
    var scope = jwt.getClaimAsString("scope");
    return new Caller(
        jwt.getSubject(),
        jwt.getClaimAsString(Caller.SESSION),
        scope == null ? Set.of() : Set.of(scope.split(" +")),
        roles(jwt.getClaimAsStringList("roles")),
        jwt.getExpiresAt(),
        zone(jwt.getClaims().get("zoneinfo")));
  }

  private static ZoneId zone(@Nullable Object name) {
    return name instanceof String text ? Zones.find(text).orElse(ZoneOffset.UTC) : ZoneOffset.UTC;
  }

  private static Set<Role> roles(@Nullable List<String> names) {
    if (names == null) {
      return Set.of();
    }
    return names.stream().flatMap(Callers::role).collect(Collectors.toUnmodifiableSet());
  }

  // A role that this version does not know gives no rights.
  private static Stream<Role> role(String name) {
    return Stream.of(Role.values())
        .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)));
  }
}
