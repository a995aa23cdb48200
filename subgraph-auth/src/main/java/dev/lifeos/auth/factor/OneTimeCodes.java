package dev.lifeos.auth.factor;

import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.factor.common.FactorErrorCode;
import dev.lifeos.auth.factor.common.FactorNotice;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes codes: each once, and so few that nobody guesses one. */
@Service
class OneTimeCodes {

  private static final int MAX = 5;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Throttle throttle;
  private final TotpStore totps;
  private final TotpCodes codes;
  private final RecoveryCodes recovery;
  private final FactorNotice notice;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OneTimeCodes(
      Throttle throttle,
      TotpStore totps,
      TotpCodes codes,
      RecoveryCodes recovery,
      FactorNotice notice,
      TransactionTemplate transaction,
      Clock clock) {
    this.throttle = throttle;
    this.totps = totps;
    this.codes = codes;
    this.recovery = recovery;
    this.notice = notice;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Takes a code and does what it is for, both or neither. Not within a transaction, so that a
   * failure stays counted.
   *
   * @throws InvalidInput where the code is wrong or used, or too many came
   */
  <T> T take(UUID account, OneTimeCode code, Device device, Supplier<T> then) {
    count(code.kind().name(), account);
    var done = transaction.execute(status -> doIfTaken(account, code, device, then));
    if (done == null) {
      notice.failed(
          account, device, code.kind() == OneTimeCode.Kind.TOTP ? "code" : "recovery code");
      throw wrong(code.field());
    }
    throttle.forget(kind(code.kind().name()), account.toString());
    return done;
  }

  /** Counts an attempt that is about to be looked at. */
  void count(String what, UUID account) {
    throttle.attempt(kind(what), account.toString(), MAX, WINDOW);
  }

  static InvalidInput wrong(String field) {
    return InvalidInput.of(
        FactorErrorCode.WRONG_CODE, "The code is not right, or was used before.", "input", field);
  }

  private <T> @Nullable T doIfTaken(
      UUID account, OneTimeCode code, Device device, Supplier<T> then) {
    return switch (code.kind()) {
      case TOTP -> useTotp(account, code.text()) ? then.get() : null;
      case RECOVERY -> recovery.use(account, code.text()) ? thenTell(account, device, then) : null;
    };
  }

  private boolean useTotp(UUID account, String code) {
    var totp = totps.enabled(account).orElse(null);
    if (totp == null) {
      return false;
    }
    var step = codes.step(totp.secret(), code, clock.instant(), totp.lastStep());
    return step.isPresent() && totps.use(totp, step.getAsLong());
  }

  private <T> T thenTell(UUID account, Device device, Supplier<T> then) {
    var done = then.get();
    notice.changed(
        account,
        SecurityEventType.RECOVERY_CODE_USED,
        "A recovery code was used in place of your app",
        device,
        Map.of());
    return done;
  }

  private static String kind(String what) {
    return "one-time-code:" + what;
  }
}
