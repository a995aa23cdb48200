package dev.lifeos.auth.calendar;

import dev.lifeos.auth.google.GoogleTokens;
import dev.lifeos.auth.google.GrantRevoked;
import dev.lifeos.auth.key.Vault;
import dev.lifeos.starter.error.Fault;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells Google that a calendar has been disconnected, or its owner is gone, and forgets it then;
 * tries for a day.
 */
@Component
class Farewell {

  private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Connections connections;
  private final Channels channels;
  private final GoogleTokens tokens;
  private final Vault vault;
  private final Clock clock;

  Farewell(
      Connections connections, Channels channels, GoogleTokens tokens, Vault vault, Clock clock) {
    this.connections = connections;
    this.channels = channels;
    this.tokens = tokens;
    this.vault = vault;
    this.clock = clock;
  }

  void say(SyncTarget target) {
    var ended = connections.hide(target.id());
    try {
      giveBack(target);
    } catch (GrantRevoked already) {
      // There is nothing to give back.
    } catch (Fault away) {
      if (ended.plus(LONGEST).isAfter(clock.instant())) {
        throw away;
      }
      LOG.warn("Google could not be told for a day that a calendar was disconnected");
    }
    connections.delete(target.id());
  }

  // To give one token back takes all of this Google account away, so not from somebody who shares
  // it.
  private void giveBack(SyncTarget target) throws GrantRevoked {
    var token = vault.open(target.refreshToken(), SyncTarget.context(target.id().toString()));
    channels.close(target.id(), tokens.access(token));
    if (!connections.isShared(target.id())) {
      tokens.revoke(token);
    }
  }
}
