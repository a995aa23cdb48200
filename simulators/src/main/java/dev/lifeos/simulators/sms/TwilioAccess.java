package dev.lifeos.simulators.sms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether it is the account that asks. */
@Component
class TwilioAccess {
  private final TwilioProperties twilio;

  TwilioAccess(TwilioProperties twilio) {
    this.twilio = twilio;
  }

  void check(@Nullable String authorization, String account) {
    String expected = twilio.accountSid() + ":" + twilio.authToken();
    String header =
        "Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8));
    String given = authorization == null ? "" : authorization;
    if (!MessageDigest.isEqual(bytes(header), bytes(given))) {
      throw new TwilioError(401, 20003, "Authenticate");
    }
    if (!account.equals(twilio.accountSid())) {
      throw new TwilioError(
          404,
          20404,
          "The requested resource /2010-04-01/Accounts/%s/Messages.json was not found"
              .formatted(account));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
