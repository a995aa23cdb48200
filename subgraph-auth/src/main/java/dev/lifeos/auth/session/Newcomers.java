package dev.lifeos.auth.session;

import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.device.DeviceName;
import dev.lifeos.auth.mail.MailKind;
import dev.lifeos.auth.mail.Notices;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a person when a device logs in that never did before. */
@Component
class Newcomers {

  private static final String REMEMBER =
      """
      INSERT INTO known_device (account_id, name, first_seen) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String IS_ONLY_ONE =
      "SELECT count(*) = 1 FROM known_device WHERE account_id = ?";
  private static final String NAMELESS = "a program that does not say what it is";

  private final JdbcClient jdbc;
  private final DeviceName names;
  private final Notices notices;
  private final Clock clock;

  Newcomers(JdbcClient jdbc, DeviceName names, Notices notices, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.notices = notices;
    this.clock = clock;
  }

  void arrived(User user, Device device) {
    var name = names.of(device);
    var isNew = remember(user.id(), name == null ? NAMELESS : name);
    // The first one is that which the person registered with.
    if (isNew && !isOnlyOne(user.id())) {
      notices.send(MailKind.NEW_DEVICE, user.email(), user.timeZone(), device, "");
    }
  }

  private boolean remember(UUID account, String name) {
    return jdbc.sql(REMEMBER)
            .params(account, name, clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private boolean isOnlyOne(UUID account) {
    return jdbc.sql(IS_ONLY_ONE).param(account).query(Boolean.class).single();
  }
}
