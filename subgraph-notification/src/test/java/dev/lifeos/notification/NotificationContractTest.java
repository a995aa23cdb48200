package dev.lifeos.notification;

import dev.lifeos.test.SubgraphContract;
import dev.lifeos.test.Tokens;
import java.util.Map;
import java.util.UUID;

class NotificationContractTest extends SubgraphContract {

  @Override
  protected Map<String, String> records(UUID owner) {
    var sent =
        graph
            .as(Tokens.service("finance"))
            .send(
                """
                mutation ($person: ID!) {
                  sendNotification(input: {
                    userId: $person, topic: FINANCE, title: "Salary", message: "It came"
                  }) { notification { id } errors { message } }
                }
                """,
                Map.of("person", owner.toString()))
            .ok();
    return Map.of("Notification", String.valueOf(sent.data("sendNotification.notification.id")));
  }
}
