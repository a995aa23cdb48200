package dev.lifeos.auth.factor;

import dev.lifeos.auth.account.User;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.factor.common.FactorErrorCode;
import dev.lifeos.auth.factor.common.FactorNotice;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.input.TextSize;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds an app for codes, and takes it away. */
@Service
class TotpEnrolment {

  private static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int MAX_LABEL = 100;

  private final TotpStore totps;
  private final TotpCodes codes;
  private final OneTimeCodes oneTimeCodes;
  private final RecoveryCodes recovery;
  private final FactorNotice notice;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TotpEnrolment(
      TotpStore totps,
      TotpCodes codes,
      OneTimeCodes oneTimeCodes,
      RecoveryCodes recovery,
      FactorNotice notice,
      TransactionTemplate transaction,
      Clock clock) {
    this.totps = totps;
    this.codes = codes;
    this.oneTimeCodes = oneTimeCodes;
    this.recovery = recovery;
    this.notice = notice;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Transactional
  EnrollTotpPayload enroll(User person, @Nullable String label) {
    var name = label == null || label.isBlank() ? person.email() : label.strip();
    if (TextSize.of(name) > MAX_LABEL && label != null) {
      throw InvalidInput.of(
          UserErrorCode.TOO_LONG, "A label has at most 100 characters.", "input", "label");
    }
    var secret = codes.secret();
    var now = clock.instant();
    var expiry = now.plus(LIFETIME);
    if (!totps.enrol(person.id(), secret, now, expiry)) {
      throw InvalidInput.of(
          UserErrorCode.ALREADY_EXISTS, "There is an app already: disable it first.", "input");
    }
    return new EnrollTotpPayload(secret, codes.uri(secret, name), expiry, List.of());
  }

  /** The recovery codes. */
  List<String> confirm(UUID person, String typed, Device device) {
    var code = OneTimeCode.ofApp(typed);
    var pending = totps.pending(person, clock.instant()).orElseThrow(TotpEnrolment::notBegun);
    oneTimeCodes.count("CONFIRM", person);
    var step = codes.step(pending.secret(), code.text(), clock.instant(), pending.lastStep());
    if (step.isEmpty()) {
      throw OneTimeCodes.wrong(code.field());
    }
    return Objects.requireNonNull(
        transaction.execute(status -> enable(person, pending, step.getAsLong(), device)));
  }

  @Transactional
  void disable(UUID person, Device device) {
    if (!totps.remove(person)) {
      throw noApp();
    }
    recovery.forget(person);
    notice.changed(
        person,
        SecurityEventType.TOTP_DISABLED,
        "Your app for codes was taken away: logging in asks for no code any more. It was done",
        device,
        Map.of());
  }

  @Transactional
  List<String> renewCodes(UUID person, Device device) {
    if (totps.enabled(person).isEmpty()) {
      throw noApp();
    }
    var made = recovery.renew(person);
    notice.changed(
        person,
        SecurityEventType.RECOVERY_CODES_MADE,
        "New recovery codes were made in place of the old ones",
        device,
        Map.of());
    return made;
  }

  private List<String> enable(UUID person, Totp pending, long step, Device device) {
    if (!totps.confirm(pending, step, clock.instant())) {
      throw notBegun();
    }
    var made = recovery.renew(person);
    notice.changed(
        person,
        SecurityEventType.TOTP_ENABLED,
        "An app for codes was added: logging in asks for a code from now on. It was done",
        device,
        Map.of());
    return made;
  }

  private static InvalidInput notBegun() {
    return InvalidInput.of(
        FactorErrorCode.INVALID_CHALLENGE, "Begin with `enrollTotp`.", "input", "code");
  }

  private static InvalidInput noApp() {
    return InvalidInput.of(UserErrorCode.NOT_FOUND, "There is no app for codes.", "input");
  }
}
