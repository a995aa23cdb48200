package dev.lifeos.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends a handful of notifications as the administrator, each only once, and reads some as the
 * person.
 */
final class DemoNotices {
  private final GraphQlClient person;
  private final GraphQlClient administrator;

  DemoNotices(GraphQlClient person, GraphQlClient administrator) {
    this.person = person;
    this.administrator = administrator;
  }

  /** Answers how many there are. */
  int send() {
    String id = person.send("whoAmI", Map.of()).at("/me/id").asString("");
    List<String> read = new ArrayList<>();
    for (Notice notice : Notice.ALL) {
      String sent = send(notice, id);
      if (notice.read()) {
        read.add(sent);
      }
    }
    person.mutate("markRead", Map.of("ids", read));
    return Notice.ALL.size();
  }

  private String send(Notice notice, String userId) {
    return administrator
        .mutate(
            "sendNotification",
            Map.of(
                "userId", userId,
                "topic", notice.topic(),
                "priority", notice.priority(),
                "title", notice.title(),
                "message", notice.message(),
                "idempotencyKey", notice.key()))
        .at("/notification/id")
        .asString("");
  }
}
