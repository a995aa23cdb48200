package dev.lifeos.auth.factor;

import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.factor.common.FactorNotice;
import dev.lifeos.auth.factor.passkey.PasskeyAnswer;
import dev.lifeos.auth.factor.passkey.PasskeyLogin;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a person show again that it is them, by the strongest that they have. */
@Service
class StepUps {

  private static final String PASSWORDS = "step-up-password";
  private static final int MAX_PASSWORDS = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final StepUp stepUp;
  private final OneTimeCodes codes;
  private final LoginChallenges secondFactor;
  private final PasskeyLogin passkeys;
  private final People people;
  private final Throttle throttle;
  private final FactorNotice notice;
  private final SecurityLog log;
  private final TransactionTemplate transaction;

  StepUps(
      StepUp stepUp,
      OneTimeCodes codes,
      LoginChallenges secondFactor,
      PasskeyLogin passkeys,
      People people,
      Throttle throttle,
      FactorNotice notice,
      SecurityLog log,
      TransactionTemplate transaction) {
    this.stepUp = stepUp;
    this.codes = codes;
    this.secondFactor = secondFactor;
    this.passkeys = passkeys;
    this.people = people;
    this.throttle = throttle;
    this.notice = notice;
    this.log = log;
    this.transaction = transaction;
  }

  void stepUp(StepUpInput input, Caller caller, Device device) {
    if (input.passkey() != null) {
      byPasskey(input.passkey(), caller, device);
    } else if (secondFactor.enrolled(caller.personId())) {
      byCode(input.code(), caller, device);
    } else {
      byPassword(input.password(), caller, device);
    }
  }

  /**
   * Lets through whoever logged in or stepped up just now, or sends a code of their app.
   *
   * @param code null where none was sent
   */
  void require(Caller caller, @Nullable String code, Device device) {
    if (code == null) {
      stepUp.require(caller);
    } else {
      byCode(code, caller, device);
    }
  }

  private void byPasskey(PasskeyAnswer answer, Caller caller, Device device) {
    passkeys.stepUp(answer, caller.personId(), device);
    transaction.executeWithoutResult(status -> done(caller, device, "passkey"));
  }

  private void byCode(@Nullable String code, Caller caller, Device device) {
    if (code == null) {
      throw InvalidInput.of(
          UserErrorCode.REQUIRED, "A code of your app is needed.", "input", "code");
    }
    codes.take(
        caller.personId(), OneTimeCode.ofApp(code), device, () -> done(caller, device, "code"));
  }

  private void byPassword(@Nullable String password, Caller caller, Device device) {
    var account = caller.personId();
    if (!people.hasPassword(account)) {
      throw InvalidInput.of(
          UserErrorCode.NOT_ALLOWED,
          "You have no password: log in again, or use a passkey.",
          "input",
          "password");
    }
    if (password == null) {
      throw InvalidInput.of(
          UserErrorCode.REQUIRED, "Your password is needed.", "input", "password");
    }
    throttle.attempt(PASSWORDS, account.toString(), MAX_PASSWORDS, WINDOW);
    requireRight(account, password, device);
    transaction.executeWithoutResult(status -> done(caller, device, "password"));
    throttle.forget(PASSWORDS, account.toString());
  }

  private void requireRight(UUID account, String password, Device device) {
    if (people.passwordIs(account, password)) {
      return;
    }
    notice.failed(account, device, "password");
    throw InvalidInput.of(
        AuthErrorCode.INVALID_CREDENTIALS, "The password is not right.", "input", "password");
  }

  private boolean done(Caller caller, Device device, String how) {
    stepUp.done(caller);
    log.record(caller.personId(), SecurityEventType.STEPPED_UP, device, Map.of("how", how));
    return true;
  }
}
