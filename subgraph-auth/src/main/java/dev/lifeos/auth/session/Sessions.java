package dev.lifeos.auth.session;

import dev.lifeos.auth.account.User;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and ends sessions. An ended one dies in every subgraph within seconds. */
@Component
public class Sessions {

  static final Duration LIFETIME = Duration.ofDays(30);

  private final SessionWrites writes;
  private final TokenFamilies families;
  private final SessionTokenIssuer tokens;
  private final Newcomers newcomers;
  private final LoginGates gates;
  private final SecurityLog log;

  Sessions(
      SessionWrites writes,
      TokenFamilies families,
      SessionTokenIssuer tokens,
      Newcomers newcomers,
      LoginGates gates,
      SecurityLog log) {
    this.writes = writes;
    this.families = families;
    this.tokens = tokens;
    this.newcomers = newcomers;
    this.gates = gates;
    this.log = log;
  }

  /**
   * Starts one for somebody who has shown who they are.
   *
   * @throws InvalidInput where a gate is closed, or all their sessions were ended meanwhile
   */
  @Transactional
  public SessionTokens logIn(User user, Device device, LoginMethod method) {
    gates.hold(user);
    gates.admit(user.id());
    return start(user, device, method);
  }

  /** Starts one for somebody who is logged in already. */
  @Transactional
  public SessionTokens start(User user, Device device, LoginMethod method) {
    var session = writes.start(user.id(), device, method, LIFETIME);
    var token = families.start(session, LIFETIME);
    newcomers.arrived(user, device);
    log.record(user.id(), SecurityEventType.LOGGED_IN, device, Map.of("method", method.name()));
    return tokens.issue(user, session, token);
  }

  /** Ends the session of a refresh token; one that is unknown changes nothing. */
  @Transactional
  public void end(RefreshToken token) {
    families
        .revoke(token)
        .ifPresent(account -> log.record(account, SecurityEventType.LOGGED_OUT, Map.of()));
  }

  /** Ends the session of the caller's access token; again changes nothing. */
  @Transactional
  public void end(Caller caller) {
    if (caller.sessionId() == null) {
      throw InvalidInput.of(
          UserErrorCode.REQUIRED,
          "Send the refresh token, or the session's access token.",
          "input",
          "refreshToken");
    }
    if (writes.revoke(UUID.fromString(caller.sessionId()), caller.personId())) {
      log.record(caller.personId(), SecurityEventType.LOGGED_OUT, Map.of());
    }
  }

  /** Ends one of the person's sessions. */
  @Transactional
  public void end(UUID session, UUID person) {
    if (!writes.revoke(session, person)) {
      throw InvalidInput.of(
          UserErrorCode.NOT_FOUND, "There is no such session.", "input", "sessionId");
    }
    log.record(person, SecurityEventType.SESSION_REVOKED, Map.of());
  }

  /**
   * Ends all sessions of the caller but one; how many have ended.
   *
   * @param except the one that stays; null for the one that asks
   */
  @Transactional
  public int endOthers(Caller caller, @Nullable UUID except) {
    var session = caller.sessionId();
    var asking = session == null ? null : UUID.fromString(session);
    var ended = endAll(caller.personId(), except == null ? asking : except);
    log.record(
        caller.personId(),
        SecurityEventType.OTHER_SESSIONS_REVOKED,
        Map.of("sessions", String.valueOf(ended)));
    return ended;
  }

  /**
   * Ends all sessions of a person.
   *
   * @param except but for this one
   * @return how many have ended
   */
  @Transactional
  public int endAll(UUID account, @Nullable UUID except) {
    return writes.revokeAll(account, except);
  }
}
