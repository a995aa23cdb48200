package dev.lifeos.auth.oversight;

import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.ids.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what administrators do, for other administrators and for the person concerned, who
 * sees by whom it was done and not from where. It joins the caller's transaction: call it last.
 */
@Component
public class AdminAudit {

  private static final String ADMINISTRATOR = "administrator";
  private static final String EVENT =
      """
      INSERT INTO admin_event (id, action, administrator_id, account_id, detail, ip, at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final SecurityLog log;
  private final Clock clock;

  AdminAudit(JdbcClient jdbc, SecurityLog log, Clock clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.clock = clock;
  }

  /** An administrator looks at these people. Where it cannot be written down, they do not. */
  @Transactional
  public void read(Caller administrator, Device device, Collection<UUID> people) {
    for (var person : new TreeSet<>(people)) {
      toPerson(
          administrator, device, person, AdminAction.READ, SecurityEventType.ADMIN_READ, Map.of());
    }
  }

  /**
   * An administrator does something to a person.
   *
   * @param details what the person may read of it; no secrets
   */
  @Transactional
  public void toPerson(
      Caller administrator,
      Device device,
      UUID person,
      AdminAction action,
      SecurityEventType type,
      Map<String, String> details) {
    add(administrator, device, action, person, null);
    var facts = new HashMap<>(details);
    facts.put(ADMINISTRATOR, administrator.personId().toString());
    log.record(person, type, facts);
  }

  /**
   * An administrator does something that concerns nobody's account; it is in their own log too.
   *
   * @param detail what it concerns
   */
  @Transactional
  public void toNobody(
      Caller administrator,
      Device device,
      AdminAction action,
      SecurityEventType type,
      String detail) {
    add(administrator, device, action, null, detail);
    log.record(administrator.personId(), type, device, Map.of("app", detail));
  }

  private void add(
      Caller administrator,
      Device device,
      AdminAction action,
      @Nullable UUID person,
      @Nullable String detail) {
    jdbc.sql(EVENT)
        .param(Ids.next())
        .param(action.name())
        .param(administrator.personId())
        .param(person)
        .param(detail)
        .param(device.ip())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
