package dev.lifeos.auth.app;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where people may be sent back to with a code. What is registered is so plain that no two programs
 * read it differently, and what is asked for is compared to the letter.
 */
final class RedirectUris {

  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<scheme>https?)://(?<host>[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[::1])(:[1-9][0-9]{0,4})?(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)*/?");
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");
  private static final int LONGEST = 500;

  private RedirectUris() {}

  static List<String> valid(List<String> uris) {
    for (var index = 0; index < uris.size(); index++) {
      if (!isValid(uris.get(index))) {
        throw InvalidInput.of(
            UserErrorCode.INVALID,
            "A redirect URI is https, or http on this machine, with a host, a port and a plain path.",
            "input",
            "redirectUris",
            Integer.toString(index));
      }
    }
    return uris.stream().distinct().toList();
  }

  private static boolean isValid(String uri) {
    var parts = PLAIN.matcher(uri);
    if (uri.length() > LONGEST || !parts.matches()) {
      return false;
    }
    return parts.group("scheme").equals("https") || THIS_MACHINE.contains(parts.group("host"));
  }
}
