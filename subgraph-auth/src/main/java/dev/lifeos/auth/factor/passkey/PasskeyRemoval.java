package dev.lifeos.auth.factor.passkey;

import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.factor.common.FactorNotice;
import dev.lifeos.auth.session.WaysIn;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes passkeys away, but never the last way in. */
@Service
class PasskeyRemoval {

  private static final String DELETE =
      "DELETE FROM passkey WHERE id = ? AND account_id = ? RETURNING label";

  private final JdbcClient jdbc;
  private final WaysIn waysIn;
  private final FactorNotice notice;

  PasskeyRemoval(JdbcClient jdbc, WaysIn waysIn, FactorNotice notice) {
    this.jdbc = jdbc;
    this.waysIn = waysIn;
    this.notice = notice;
  }

  @Transactional
  void remove(UUID passkey, UUID person, Device device) {
    waysIn.lock(person);
    var label =
        jdbc.sql(DELETE)
            .params(passkey, person)
            .query(String.class)
            .optional()
            .orElseThrow(PasskeyRemoval::unknown);
    waysIn.requireOne(person);
    notice.changed(
        person,
        SecurityEventType.PASSKEY_REMOVED,
        "The passkey \u201c" + label + "\u201d was removed",
        device,
        Map.of("label", label));
  }

  private static InvalidInput unknown() {
    return InvalidInput.of(UserErrorCode.NOT_FOUND, "There is no such passkey.", "input", "id");
  }
}
