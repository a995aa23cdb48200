package dev.lifeos.auth.mail;

import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.device.DeviceName;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Mails that tell a person what was done to their account: what, when, from where. */
@Component
public class Notices {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("'on' d MMMM uuuu 'at' HH:mm (VV)", Locale.ENGLISH);

  private final Mails mails;
  private final DeviceName names;
  private final WebLinks links;
  private final Clock clock;

  Notices(Mails mails, DeviceName names, WebLinks links, Clock clock) {
    this.mails = mails;
    this.names = names;
    this.links = links;
    this.clock = clock;
  }

  /**
   * Queues a notice in the caller's transaction.
   *
   * @param zone the person's
   * @param what was done, as the beginning of a sentence: {@code A passkey was added}
   */
  public void send(MailKind kind, String to, ZoneId zone, Device device, String what) {
    var values =
        new HashMap<>(
            Map.of(
                "what", what,
                "when", WHEN.format(clock.instant().atZone(zone)),
                "link", links.to("account/security")));
    var name = names.of(device);
    if (name != null) {
      values.put("device", device.ip() == null ? name : name + " (" + device.ip() + ")");
    }
    mails.send(kind, to, values);
  }
}
