package dev.lifeos.auth.profile.phone;

import dev.lifeos.auth.account.People;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.error.InvalidInput;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Has people show that a telephone number is theirs. */
@Service
class PhoneVerification {

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final int CODES = 1_000_000;
  private static final String TEXT =
      "%06d is your LifeOS code. It is good for ten minutes. Nobody from LifeOS will ask you for it.";

  private final PhoneRows rows;
  private final PhoneLimits limits;
  private final Numbers numbers;
  private final SmsSender sms;
  private final People people;
  private final SecurityLog log;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  // Slow: to try all codes against a stolen row takes longer than one is good.
  private final PasswordEncoder hashing = new BCryptPasswordEncoder();

  PhoneVerification(
      PhoneRows rows,
      PhoneLimits limits,
      Numbers numbers,
      SmsSender sms,
      People people,
      SecurityLog log,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.limits = limits;
    this.numbers = numbers;
    this.sms = sms;
    this.people = people;
    this.log = log;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Sends a code, and tells until when it is good. */
  Instant send(UUID person, String number) {
    var region = numbers.region(number).orElseThrow(PhoneVerification::unreachable);
    limits.sending(person, number, region);
    var code = random.nextInt(CODES);
    var expiry = clock.instant().plus(GOOD_FOR);
    rows.begin(person, number, hash("%06d".formatted(code)), expiry);
    try {
      sms.send(number, TEXT.formatted(code));
    } catch (UnreachablePhone noMobile) {
      throw unreachable();
    }
    return expiry;
  }

  /** Makes the number to which the code was sent the person's. */
  void verify(UUID person, String code, Device device) {
    limits.trying(person);
    var sent = rows.attempt(person).orElseThrow(PhoneVerification::wrong);
    if (!SIX_DIGITS.matcher(code.strip()).matches()
        || !hashing.matches(code.strip(), sent.codeHash())) {
      throw wrong();
    }
    transaction.executeWithoutResult(status -> finish(person, sent, device));
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void forgetExpired() {
    rows.deleteExpired();
  }

  private void finish(UUID person, PhoneRows.Sent sent, Device device) {
    if (!rows.end(person, sent)) {
      throw wrong();
    }
    people.phoneVerified(person, sent.number());
    rows.verified(person);
    log.record(person, SecurityEventType.PHONE_VERIFIED, device, Map.of());
  }

  private String hash(String code) {
    return String.valueOf(hashing.encode(code));
  }

  private static InvalidInput unreachable() {
    return InvalidInput.of(
        PhoneErrorCode.UNREACHABLE_PHONE,
        "No text message gets to this number: give a mobile's.",
        "input",
        "phoneNumber");
  }

  private static InvalidInput wrong() {
    return InvalidInput.of(
        PhoneErrorCode.INVALID_PHONE_CODE,
        "The code is wrong, or has been tried too often, or is too old: ask for a new one.",
        "input",
        "code");
  }
}
