package dev.lifeos.launcher.demo;

import dev.lifeos.launcher.Failure;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Registers people and logs them in. */
final class DemoAccount {
  private final GraphQlClient client;
  private final MailBox mails;

  DemoAccount(GraphQlClient client, MailBox mails) {
    this.client = client;
    this.mails = mails;
  }

  /** The access token of somebody who is there; empty where there is none with this password. */
  Optional<String> existing(DemoPerson person) {
    JsonNode payload =
        client
            .send(
                "login",
                Map.of("input", Map.of("email", person.email(), "password", person.password())))
            .path("login");
    return payload.path("session").isObject() ? Optional.of(token(payload)) : Optional.empty();
  }

  /** The access token of a new person, who gets a mail and follows its link. */
  String register(DemoPerson person) {
    Set<String> before = mails.present(person.email());
    client.mutate(
        "registerUser",
        Map.of(
            "email", person.email(),
            "password", person.password(),
            "fullName", person.fullName(),
            "timeZone", person.zone().getId()));
    String token = mails.verification(person.email(), before);
    return token(
        client.mutate("verifyEmail", Map.of("token", token, "password", person.password())));
  }

  /** The access token of somebody who must be there. */
  String login(String email, String password) {
    return token(client.mutate("login", Map.of("email", email, "password", password)));
  }

  private static String token(JsonNode payload) {
    JsonNode token = payload.at("/session/accessToken");
    if (!token.isString()) {
      throw new Failure("The log-in gave no access token.");
    }
    return token.asString();
  }
}
