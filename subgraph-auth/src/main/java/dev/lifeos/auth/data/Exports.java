package dev.lifeos.auth.data;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.ids.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Has copies made, and gives them out. */
@Service
class Exports {

  private static final int PER_DAY = 3;
  private static final Duration DOWNLOAD = Duration.ofMinutes(10);

  private final ExportRows rows;
  private final Archives archives;
  private final ObjectProvider<SchedulerClient> scheduler;
  private final StepUp stepUp;
  private final Throttle throttle;
  private final SecurityLog log;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Exports(
      ExportRows rows,
      Archives archives,
      ObjectProvider<SchedulerClient> scheduler,
      StepUp stepUp,
      Throttle throttle,
      SecurityLog log,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.archives = archives;
    this.scheduler = scheduler;
    this.stepUp = stepUp;
    this.throttle = throttle;
    this.log = log;
    this.transaction = transaction;
    this.clock = clock;
  }

  DataExport request(Caller caller, Device device) {
    stepUp.require(caller);
    var person = caller.personId();
    throttle.attempt("data-export", person.toString(), PER_DAY, Duration.ofDays(1));
    var id = Ids.next();
    var now = clock.instant();
    transaction.executeWithoutResult(status -> begin(id, person, now, device));
    return rows.find(id, person, now).orElseThrow();
  }

  /** A token with which the archive can be fetched. */
  Ticket download(Caller caller, UUID export) {
    stepUp.require(caller);
    var now = clock.instant();
    var found = rows.find(export, caller.personId(), now).orElseThrow(Exports::unknown);
    if (found.status() != ExportStatus.READY) {
      throw InvalidInput.of(UserErrorCode.NOT_ALLOWED, "It is not ready.", "input", "exportId");
    }
    var token = OneTimeToken.fresh();
    archives.allow(export, token, now.plus(DOWNLOAD));
    return new Ticket(token, now.plus(DOWNLOAD));
  }

  /** The archive, once. */
  @Transactional
  Optional<Archives.Archive> take(OneTimeToken token, Device device) {
    var archive = archives.take(token, clock.instant());
    archive.ifPresent(taken ->
        log.record(taken.account(), SecurityEventType.EXPORT_DOWNLOADED, device, Map.of()));
    return archive;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void deleteExpired() {
    archives.deleteExpired(clock.instant());
    rows.deleteExpired(clock.instant());
  }

  private void begin(UUID id, UUID person, Instant now, Device device) {
    if (!rows.insert(id, person, now, now.plus(ExportMaker.KEPT))) {
      throw InvalidInput.of(UserErrorCode.CONFLICT, "One is being made already.", "input");
    }
    // Due since ever: the clocks of scheduler and application need not agree.
    scheduler
        .getObject()
        .scheduleIfNotExists(
            ExportJob.DESCRIPTOR.instance(id.toString()).scheduledTo(Instant.EPOCH));
    log.record(person, SecurityEventType.EXPORT_REQUESTED, device, Map.of());
  }

  private static InvalidInput unknown() {
    return InvalidInput.of(UserErrorCode.NOT_FOUND, "There is no such copy.", "input", "exportId");
  }

  /** What lets an archive out. */
  record Ticket(OneTimeToken token, Instant expiresAt) {}
}
