package dev.lifeos.auth.session;

import dev.lifeos.auth.account.User;
import dev.lifeos.auth.key.AccessTokens;
import dev.lifeos.starter.access.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues the tokens of a session. */
@Component
class SessionTokenIssuer {

  private static final List<String> FIRST_PARTY =
      List.of(
          "profile:read", "profile:write",
          "calendar:read", "calendar:write",
          "health:read", "health:write",
          "finance:read", "finance:write",
          "learning:read", "learning:write",
          "notification:read", "notification:write");

  private final AccessTokens accessTokens;
  private final Clock clock;

  SessionTokenIssuer(AccessTokens accessTokens, Clock clock) {
    this.accessTokens = accessTokens;
    this.clock = clock;
  }

  SessionTokens issue(User user, UUID session, RefreshToken token) {
    var scopes = new ArrayList<>(FIRST_PARTY);
    if (user.roles().contains(Role.ADMIN)) {
      scopes.add("admin");
    }
    var access =
        accessTokens.issue(user.id().toString(), session, scopes, user.roles(), user.timeZone());
    return new SessionTokens(
        access.value(),
        access.expiresAt(),
        token.value(),
        clock.instant().plus(Sessions.LIFETIME),
        access.bearer());
  }
}
