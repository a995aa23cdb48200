package dev.lifeos.simulators.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Map;

/** What Twilio refuses at once; its magic numbers for tests are refused as there. */
final class SmsCheck {
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final int LONGEST = 1_600;
  private static final String MAGIC = "+150055500";

  private SmsCheck() {}

  static void check(String to, String from, String body) {
    if (to.isBlank()) {
      throw TwilioError.bad(21604, "A 'To' phone number is required.");
    }
    if (from.isBlank()) {
      throw TwilioError.bad(21603, "A 'From' phone number is required.");
    }
    if (body.isBlank()) {
      throw TwilioError.bad(21602, "Message body is required.");
    }
    if (body.length() > LONGEST) {
      throw TwilioError.bad(
          21617, "The concatenated message body exceeds the 1600 character limit");
    }
    from(from);
    to(to, from);
  }

  private static void from(String from) {
    switch (from) {
      case "+15005550001" ->
          throw TwilioError.bad(21212, "Invalid From Number (caller ID): " + from);
      case "+15005550007" ->
          throw TwilioError.bad(
              21606,
              "The 'From' phone number provided (%s) is not a valid message-capable Twilio phone number."
                  .formatted(from));
      default -> {}
    }
    // A short name in place of a number, and Twilio's own test number, are possible.
    boolean name = from.matches("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");
    if (!name && !possible(from)) {
      throw TwilioError.bad(21212, "Invalid From Number (caller ID): " + from);
    }
  }

  private static void to(String to, String from) {
    Map<String, Integer> magic =
        Map.of(
            "+15005550002",
            21612,
            "+15005550003",
            21408,
            "+15005550004",
            21610,
            "+15005550009",
            21614);
    if (to.equals("+15005550001") || !possible(to)) {
      throw TwilioError.bad(21211, "Invalid 'To' Phone Number: " + to);
    }
    Integer code = magic.get(to);
    if (code != null) {
      throw TwilioError.bad(code, message(code, to, from));
    }
  }

  private static String message(int code, String to, String from) {
    return switch (code) {
      case 21612 ->
          "The 'To' phone number: %s, is not currently reachable using the 'From' phone number: %s via SMS."
              .formatted(to, from);
      case 21408 ->
          "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: %s"
              .formatted(to);
      case 21610 -> "Attempt to send to unsubscribed recipient";
      default -> "'To' number is not a valid mobile number: " + to;
    };
  }

  private static boolean possible(String number) {
    if (!number.startsWith("+")) {
      return false;
    }
    try {
      return number.startsWith(MAGIC) || PHONES.isPossibleNumber(PHONES.parse(number, null));
    } catch (NumberParseException e) {
      return false;
    }
  }
}
