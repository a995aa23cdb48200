package dev.lifeos.notification.live;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the tests of live events ask for and read. */
final class Events {

  static final String SUBSCRIPTION =
      """
      subscription ($after: String) {
        notificationEvents(after: $after) {
          cursor kind occurredAt
          notification { id title message seenAt readAt archivedAt }
          counts { total unseen unread archived }
        }
      }
      """;

  private Events() {}

  static List<String> titles(List<JsonNode> events) {
    return events.stream().map(event -> event.at("/notification/title").asString()).toList();
  }

  static List<String> kinds(List<JsonNode> events) {
    return events.stream().map(event -> event.path("kind").asString()).toList();
  }

  static String cursor(List<JsonNode> events) {
    return events.getLast().path("cursor").asString();
  }

  /** The codes of the errors that a message carries, in its payload or in its own list. */
  static List<String> codes(JsonNode message) {
    var codes = new ArrayList<String>();
    for (var errors :
        List.of(message.path("payload"), message.at("/payload/errors"), message.path("errors"))) {
      if (errors.isArray()) {
        errors.forEach(error -> codes.add(error.at("/extensions/code").asString()));
      }
    }
    return codes;
  }
}
