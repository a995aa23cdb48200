package dev.lifeos.endtoend;

import dev.lifeos.test.Graph;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * The mail box of the simulators.
 *
 * @param simulators where they are
 */
record MailBox(Graph simulators) {
  private static final Pattern VERIFICATION =
      Pattern.compile("/account/verify-email#token=([\\w-]+(?:\\.[\\w-]+)*)");

  /** The token of the mail that asks somebody whether the address is theirs. */
  String verification(String address) {
    var path = "/mail/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    return Awaitility.await("a mail to " + address)
        .atMost(Duration.ofSeconds(30))
        .until(() -> VERIFICATION.matcher(simulators.get(path).body()), Matcher::find)
        .group(1);
  }
}
