package dev.lifeos.auth.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.lifeos.auth.key.Vault;
import dev.lifeos.starter.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Queues mails in the transaction of the change that they tell of: both happen, or neither. */
@Component
public class Mails {

  static final String CONTEXT = "mail";
  static final JsonMapper JSON = new JsonMapper();

  private final ObjectProvider<SchedulerClient> scheduler;
  private final Vault vault;

  Mails(ObjectProvider<SchedulerClient> scheduler, Vault vault) {
    this.scheduler = scheduler;
    this.vault = vault;
  }

  /**
   * Queues a mail.
   *
   * @param to the address
   * @param values what the kind's template is filled with
   */
  public void send(MailKind kind, String to, Map<String, String> values) {
    var sealed = vault.seal(JSON.writeValueAsString(new Words(to, values)), CONTEXT);
    var text = new String(sealed.bytes(), StandardCharsets.US_ASCII);
    var mail = new QueuedMail(kind, sealed.keyId(), text);
    // Due since ever: the clocks of scheduler and application need not agree.
    scheduler
        .getObject()
        .scheduleIfNotExists(
            MailTask.DESCRIPTOR
                .instance(Ids.next().toString())
                .data(mail)
                .scheduledTo(Instant.EPOCH));
  }
}
