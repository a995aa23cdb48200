package dev.lifeos.auth.factor;

import dev.lifeos.auth.key.Digests;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes for those who have lost their app, each good once. They are kept as digests. */
@Repository
class RecoveryCodes {

  private static final int HOW_MANY = 10;
  // 80 bits are out of reach of guessing, even with the digests at hand.
  private static final int BYTES = 10;
  private static final String GROUPS_OF_FOUR = "(?<=\\G.{4})(?!$)";

  private static final String FORGET = "DELETE FROM recovery_code WHERE account_id = ?";
  private static final String ADD =
      """
      INSERT INTO recovery_code (account_id, digest)
      SELECT :account, decode(hex, 'hex') FROM unnest(cast(:digests AS text[])) AS d (hex)
      """;
  private static final String USE = "DELETE FROM recovery_code WHERE account_id = ? AND digest = ?";

  private final SecureRandom random = new SecureRandom();
  private final Base32 base32 = new Base32();
  private final JdbcClient jdbc;

  RecoveryCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** New codes in place of the old ones. */
  List<String> renew(UUID account) {
    forget(account);
    var codes = Stream.generate(this::code).limit(HOW_MANY).toList();
    var digests =
        codes.stream()
            .map(code -> HexFormat.of().formatHex(digest(account, code)))
            .toArray(String[]::new);
    jdbc.sql(ADD).param("account", account).param("digests", digests).update();
    return codes;
  }

  /** Whether it is one that was not used; it is now. */
  boolean use(UUID account, String code) {
    return jdbc.sql(USE).params(account, digest(account, code)).update() == 1;
  }

  void forget(UUID account) {
    jdbc.sql(FORGET).param(account).update();
  }

  private String code() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var text = base32.encodeToString(bytes).toLowerCase(Locale.ROOT);
    return String.join("-", text.split(GROUPS_OF_FOUR));
  }

  private static byte[] digest(UUID account, String code) {
    var text = account + ":" + normal(code);
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  // People leave out the dashes, and take digits for the letters that Base32 has in their place.
  private static String normal(String code) {
    return code.toLowerCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('0', 'o')
        .replace('1', 'l')
        .replace('8', 'b');
  }
}
