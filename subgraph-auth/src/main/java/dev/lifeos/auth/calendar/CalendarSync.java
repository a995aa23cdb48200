package dev.lifeos.auth.calendar;

import dev.lifeos.auth.google.GoogleHttp;
import dev.lifeos.auth.google.GoogleTokens;
import dev.lifeos.auth.google.GrantRevoked;
import dev.lifeos.auth.key.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Brings what is kept of a calendar up to date: by the changes since the last time, or as a whole
 * where Google has forgotten what that was.
 */
@Service
class CalendarSync {

  private static final Duration WHEN_TOLD = Duration.ofHours(1);
  private static final Duration WHEN_NOT_TOLD = Duration.ofMinutes(15);

  // Google writes series down only so far ahead, and does not go on with the time.
  private static final Duration AS_A_WHOLE = Duration.ofDays(14);
  private static final int MOST_PAGES = 2_000;

  private final ConnectionReads reads;
  private final Connections connections;
  private final SyncWrites writes;
  private final GoogleCalendar google;
  private final GoogleTokens tokens;
  private final Channels channels;
  private final Farewell farewell;
  private final Reconsent reconsent;
  private final Vault vault;
  private final Clock clock;

  CalendarSync(
      ConnectionReads reads,
      Connections connections,
      SyncWrites writes,
      GoogleCalendar google,
      GoogleTokens tokens,
      Channels channels,
      Farewell farewell,
      Reconsent reconsent,
      Vault vault,
      Clock clock) {
    this.reads = reads;
    this.connections = connections;
    this.writes = writes;
    this.google = google;
    this.tokens = tokens;
    this.channels = channels;
    this.farewell = farewell;
    this.reconsent = reconsent;
    this.vault = vault;
    this.clock = clock;
  }

  Synced sync(UUID id) {
    var target = reads.target(id).orElse(null);
    if (target == null) {
      return new Synced(null, 0);
    }
    if (target.isOver()) {
      farewell.say(target);
      return new Synced(null, target.wanted());
    }
    return target.status() == CalendarStatus.REAUTH_REQUIRED
        ? new Synced(null, target.wanted())
        : new Synced(pause(target), target.wanted());
  }

  private @Nullable Duration pause(SyncTarget target) {
    try {
      var context = SyncTarget.context(target.id().toString());
      var access = tokens.access(vault.open(target.refreshToken(), context));
      read(target, access);
      return channels.keep(target.id(), access) ? WHEN_TOLD : WHEN_NOT_TOLD;
    } catch (GrantRevoked revoked) {
      reconsent.ask(target);
      return null;
    } catch (RuntimeException failure) {
      connections.failing(target.id());
      throw failure;
    }
  }

  private void read(SyncTarget target, String access) throws GrantRevoked {
    if (target.syncToken() == null) {
      readAll(target, access, false);
    } else if (isOld(target)) {
      readAll(target, access, true);
    } else if (!readChanges(target, access)) {
      readAll(target, access, false);
    }
  }

  private boolean isOld(SyncTarget target) {
    var last = target.fullSyncedAt();
    return last == null || last.plus(AS_A_WHOLE).isBefore(clock.instant());
  }

  /** False where Google wants everything to be read anew. */
  private boolean readChanges(SyncTarget target, String access) throws GrantRevoked {
    var page = "";
    for (var pages = 0; pages < MOST_PAGES; pages++) {
      var found = google.events(access, target.syncToken(), page);
      if (found.isEmpty()) {
        return false;
      }
      if (!writes.apply(target, found.get().changes())) {
        return true;
      }
      page = found.get().nextPage();
      if (page.isEmpty()) {
        writes.caughtUp(target, found.get().nextSync());
        return true;
      }
    }
    throw GoogleHttp.unavailable();
  }

  private void readAll(SyncTarget target, String access, boolean unseen) throws GrantRevoked {
    var staged = writes.stage(target.id(), unseen);
    if (staged.isEmpty()) {
      return;
    }
    var page = "";
    for (var pages = 0; pages < MOST_PAGES; pages++) {
      var found = google.events(access, null, page).orElseThrow(GoogleHttp::unavailable);
      if (!writes.add(target.id(), staged.get(), found.changes())) {
        return;
      }
      page = found.nextPage();
      if (page.isEmpty()) {
        writes.swap(target.id(), staged.get(), found.nextSync());
        return;
      }
    }
    throw GoogleHttp.unavailable();
  }

  /**
   * What has been done.
   *
   * @param pause until the next time; null where there is none
   * @param wanted how often a sync had been asked for when this one began
   */
  record Synced(@Nullable Duration pause, long wanted) {}
}
