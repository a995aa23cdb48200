package dev.lifeos.auth.factor.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.factor.FactorTest;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** People with passkeys. */
abstract class PasskeyTest extends FactorTest {

  private static final String CHALLENGE = "challenge { token options expiresAt } " + ERRORS;

  /** Adds a passkey to the person's account. */
  protected SoftAuthenticator passkeyOf(Somebody person) {
    var as = graph.as(person.accessToken());
    var passkey = new SoftAuthenticator();
    var begun = Begun.of(beginAdding(as, "Phone").ok(), "beginPasskeyRegistration");
    assertThat(code(finishAdding(as, begun, passkey.create(begun.options())), ADDING)).isNull();
    return passkey;
  }

  protected static final String ADDING = "finishPasskeyRegistration";
  protected static final String LOGGING_IN = "finishPasskeyLogin";

  protected Answer beginAdding(Graph as, String label) {
    return mutate(as, "beginPasskeyRegistration", Map.of("label", label), CHALLENGE);
  }

  protected Begun adding(Graph as) {
    return Begun.of(beginAdding(as, "Phone"), "beginPasskeyRegistration");
  }

  protected Answer finishAdding(Graph as, Begun begun, Object credential) {
    return mutate(
        as,
        ADDING,
        Map.of("token", begun.token(), "credential", credential),
        "passkey { id label synced createdAt lastUsedAt } " + ERRORS);
  }

  protected Begun loggingIn() {
    return begin(Map.of());
  }

  protected Begun steppingUp() {
    return begin(Map.of("purpose", "STEP_UP"));
  }

  protected Answer logIn(Begun begun, Object credential) {
    return mutate(
        graph, LOGGING_IN, Map.of("token", begun.token(), "credential", credential), LOGGED_IN);
  }

  protected Answer logIn(SoftAuthenticator passkey) {
    var begun = loggingIn();
    return logIn(begun, passkey.get(begun.options()));
  }

  protected Answer stepUp(Graph as, Begun begun, Object credential) {
    var answer = Map.of("token", begun.token(), "credential", credential);
    return mutate(as, "stepUp", Map.of("passkey", answer), ERRORS);
  }

  protected Answer delete(Graph as, @Nullable String id) {
    return mutate(as, "deletePasskey", Map.of("id", String.valueOf(id)), "id " + ERRORS);
  }

  protected static @Nullable String firstPasskey(Graph as) {
    return as.send("{ me { passkeys { id } } }").ok().data("me.passkeys.0.id");
  }

  private Begun begin(Map<String, ?> input) {
    return Begun.of(mutate(graph, "beginPasskeyLogin", input, CHALLENGE).ok(), "beginPasskeyLogin");
  }

  /** What a browser is asked. */
  protected record Begun(String token, JsonNode options) {

    static Begun of(Answer answer, String field) {
      return new Begun(
          String.valueOf(answer.ok().data(field + ".challenge.token")),
          answer.at(field + ".challenge.options"));
    }
  }
}
