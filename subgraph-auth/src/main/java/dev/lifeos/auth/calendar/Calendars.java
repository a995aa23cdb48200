package dev.lifeos.auth.calendar;

import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.google.CalendarGrants;
import dev.lifeos.auth.google.GoogleProfile;
import dev.lifeos.auth.key.Vault;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.ids.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Connects, reads and disconnects calendars as people want. */
@Service
class Calendars implements CalendarGrants {

  private static final int MOST_SYNCS = 30;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final Connections connections;
  private final ConnectionReads reads;
  private final SyncRequests requests;
  private final SecurityLog log;
  private final Vault vault;
  private final Throttle throttle;
  private final TransactionTemplate transaction;

  Calendars(
      Connections connections,
      ConnectionReads reads,
      SyncRequests requests,
      SecurityLog log,
      Vault vault,
      Throttle throttle,
      TransactionTemplate transaction) {
    this.connections = connections;
    this.reads = reads;
    this.requests = requests;
    this.log = log;
    this.vault = vault;
    this.throttle = throttle;
    this.transaction = transaction;
  }

  @Override
  public void granted(UUID account, GoogleProfile google, String refreshToken, Device device) {
    var changed = new ArrayList<UUID>();
    transaction.executeWithoutResult(
        status -> changed.addAll(connect(account, google, refreshToken, device)));
    changed.forEach(requests::now);
  }

  ConnectedCalendar sync(UUID id, UUID account) {
    var found = reads.find(id, account).orElseThrow(Calendars::unknown);
    if (found.status() == CalendarStatus.REAUTH_REQUIRED) {
      throw InvalidInput.of(
          UserErrorCode.NOT_ALLOWED,
          "Google has to be asked anew: connect the calendar again.",
          "input",
          "connectionId");
    }
    throttle.attempt("calendar-sync", id.toString(), MOST_SYNCS, WINDOW);
    requests.now(id);
    return found;
  }

  void disconnect(UUID id, UUID account, Device device) {
    transaction.executeWithoutResult(status -> {
      if (!connections.end(id, account)) {
        throw unknown();
      }
      requests.begin(id);
      log.record(account, SecurityEventType.CALENDAR_DISCONNECTED, device, facts(id));
    });
    requests.now(id);
  }

  private List<UUID> connect(
      UUID account, GoogleProfile google, String refreshToken, Device device) {
    var changed = new ArrayList<UUID>();
    var current = connections.lock(account);
    var isSame = current.filter(found -> found.subject().equals(google.subject())).isPresent();
    var id = isSame ? current.orElseThrow().id() : Ids.next();
    var sealed = vault.seal(refreshToken, SyncTarget.context(id.toString()));
    if (isSame) {
      connections.renew(id, google, sealed);
    } else {
      current
          .map(Connections.Current::id)
          .filter(old -> connections.end(old, account))
          .ifPresent(changed::add);
      connections.add(id, account, google, sealed);
    }
    changed.add(id);
    changed.forEach(requests::begin);
    log.record(account, SecurityEventType.CALENDAR_CONNECTED, device, facts(id));
    return changed;
  }

  private static Map<String, String> facts(UUID connection) {
    return Map.of("provider", "GOOGLE", "calendar", connection.toString());
  }

  private static InvalidInput unknown() {
    return InvalidInput.of(
        UserErrorCode.NOT_FOUND, "There is no such calendar.", "input", "connectionId");
  }
}
