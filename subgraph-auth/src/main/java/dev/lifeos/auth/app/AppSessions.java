package dev.lifeos.auth.app;

import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.key.AccessTokens;
import dev.lifeos.starter.ids.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an app has of one person: a session of its own, and tokens for it. */
@Component
class AppSessions {

  private static final Duration LIFETIME = Duration.ofDays(30);

  // Nobody has shown in it who they are, so it counts as long ago for whatever asks.
  private static final String START =
      """
      INSERT INTO session (id, account_id, client_id, scopes, user_agent, ip, method, created_at, last_used_at, expires_at, authenticated_at)
      VALUES (:id, :account, :client, cast(:scopes AS text[]), :agent, :ip, 'APP', :now, :now, :expiry, to_timestamp(0))
      """;

  private final JdbcClient jdbc;
  private final AppTokenFamilies families;
  private final AccessTokens accessTokens;
  private final Clock clock;

  AppSessions(JdbcClient jdbc, AppTokenFamilies families, AccessTokens accessTokens, Clock clock) {
    this.jdbc = jdbc;
    this.families = families;
    this.accessTokens = accessTokens;
    this.clock = clock;
  }

  /** Starts a session; its id. */
  UUID start(Consent consent, Device device) {
    var id = Ids.next();
    jdbc.sql(START)
        .param("id", id)
        .param("account", consent.account())
        .param("client", consent.client())
        .param("scopes", AppScope.values(consent.scopes()).toArray(String[]::new))
        .param("agent", device.userAgent())
        .param("ip", device.ip())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("expiry", expiry().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  Secret firstToken(UUID session) {
    return families.start(session, expiry());
  }

  /**
   * The tokens as the app gets them. Where the person lives stands in them only with their profile.
   */
  AppTokens tokens(
      User user, UUID session, UUID client, Set<AppScope> scopes, Secret refreshToken) {
    var zone = scopes.contains(AppScope.PROFILE_READ) ? user.timeZone() : null;
    var access = accessTokens.issueToApp(client, user.id(), session, AppScope.values(scopes), zone);
    return new AppTokens(
        access.value(), access.expiresAt(), refreshToken.value(), expiry(), scopes);
  }

  Instant expiry() {
    return clock.instant().plus(LIFETIME);
  }
}
