package dev.lifeos.auth.key;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.lifeos.starter.access.AuthProperties;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.access.Role;
import dev.lifeos.starter.access.SignedToken;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs access tokens: JWTs as RFC 9068 profiles them. */
@Component
public class AccessTokens {

  /** How long a token is good. Others cannot take it back, so it is short. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private final SigningKeys keys;
  private final AuthProperties auth;
  private final Clock clock;

  AccessTokens(SigningKeys keys, AuthProperties auth, Clock clock) {
    this.keys = keys;
    this.auth = auth;
    this.clock = clock;
  }

  /**
   * A new token.
   *
   * @param subject a person's id, or {@code service:NAME}
   * @param session the session's id, where there is one
   * @param zone where the person's days are cut; null for a service
   */
  public AccessToken issue(
      String subject,
      @Nullable UUID session,
      Collection<String> scopes,
      Collection<Role> roles,
      @Nullable ZoneId zone) {
    return issue(subject, session, scopes, roles, zone, null);
  }

  /**
   * A new token for an app of others. There is no role in it, whatever the person is.
   *
   * @param client the app's client id
   * @param zone where the person's days are cut; null where the app is not to know
   */
  public AccessToken issueToApp(
      UUID client, UUID person, UUID session, Collection<String> scopes, @Nullable ZoneId zone) {
    return issue(person.toString(), session, scopes, Set.of(), zone, client.toString());
  }

  private AccessToken issue(
      String subject,
      @Nullable UUID session,
      Collection<String> scopes,
      Collection<Role> roles,
      @Nullable ZoneId zone,
      @Nullable String client) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var expiry = now.plus(LIFETIME);
    var bearer =
        new Caller(
            subject,
            session == null ? null : session.toString(),
            Set.copyOf(scopes),
            Set.copyOf(roles),
            expiry,
            zone == null ? ZoneOffset.UTC : zone);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(auth.issuer())
            .audience(auth.audience())
            .subject(subject)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiry))
            .claim("scope", String.join(" ", scopes))
            .claim("roles", roles.stream().map(Role::name).sorted().toList())
            .claim("sid", bearer.sessionId())
            .claim("client_id", client)
            .claim("zoneinfo", zone == null ? null : zone.getId())
            .build();
    return new AccessToken(SignedToken.of(claims, keys.current()), expiry, bearer);
  }
}
