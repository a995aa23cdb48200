package dev.lifeos.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.AuthTest;
import java.text.Normalizer;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PasswordTest extends AuthTest {

  private static final String WRONG = "not-the-right-password";

  @Autowired private JdbcClient jdbc;

  @Test
  void passwords_are_kept_as_argon2id_hashes() {
    var hash =
        jdbc.sql("SELECT password_hash FROM account WHERE id = ?")
            .param(UUID.fromString(somebody().id()))
            .query(String.class)
            .single();
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
  }

  @Test
  void a_password_made_of_ones_own_name_or_address_is_weak_and_the_reason_is_said() {
    var named =
        mutate(
                graph,
                "registerUser",
                Map.of(
                    "email", "evangeline" + address(),
                    "password", "evangelinewinterbottom",
                    "fullName", "Evangeline Winterbottom"),
                "errors { code message }")
            .ok();
    assertThat(named.data("registerUser.errors.0.code")).isEqualTo("WEAK_PASSWORD");
    assertThat(named.list("registerUser.errors"))
        .hasSizeGreaterThan(1)
        .extracting(error -> error.path("message").asString())
        .allMatch(reason -> !reason.contains("evangelinewinterbottom") && reason.endsWith("."));
  }

  @Test
  void it_does_not_matter_how_a_keyboard_composes_a_character() {
    var email = address();
    var composed = Normalizer.normalize("zwölf-Käfer-über-Öland", Normalizer.Form.NFC);
    join(email, Map.of("password", composed), SESSION).ok();
    var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(composed);
    assertThat(login(email, decomposed).ok().data("login.user.id")).isNotNull();
  }

  @Test
  void odd_text_is_refused_or_kept_and_never_a_fault() {
    for (var name : Stream.of("A\u0000nn", "\u202eAnn", "💐".repeat(50), "Ann\nExample").toList()) {
      var answer = register(address(), Map.of("fullName", name));
      assertThat(answer.errorCodes()).as(name).isEmpty();
    }
    var surrogate =
        """
        {"query": "mutation { registerUser(input: {email: \\"%s\\", password: \\"%s\\", fullName: \\"A\\\\ud800\\"}) { errors { code } } }"}
        """
            .formatted(address(), PASSWORD);
    assertThat(graph.sendRaw(surrogate).errorCodes()).doesNotContain("INTERNAL_SERVER_ERROR");
    assertThat(login(address(), "x".repeat(5_000)).ok().data("login.errors.0.code"))
        .isEqualTo("INVALID_CREDENTIALS");
    assertThat(login(address(), "\u0000").ok().data("login.errors.0.code")).isEqualTo("INVALID");
  }

  @Test
  void thirty_guesses_at_once_are_not_more_than_ten() {
    var ann = somebody();
    var codes =
        atOnce(30, () -> login(ann.email(), WRONG)).stream()
            .map(answer -> String.valueOf(answer.ok().data("login.errors.0.code")))
            .toList();
    assertThat(codes).filteredOn("INVALID_CREDENTIALS"::equals).hasSize(10);
    assertThat(codes).filteredOn("TOO_MANY_ATTEMPTS"::equals).hasSize(20);
  }

  @Test
  void an_address_without_an_account_is_closed_too_and_others_stay_open() {
    var nobody = address();
    atOnce(10, () -> login(nobody, WRONG));
    assertThat(login(nobody, WRONG).ok().data("login.errors.0.code"))
        .isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(login(somebody().email(), PASSWORD).ok().data("login.user.id")).isNotNull();
  }

  @Test
  void many_people_log_in_at_once() {
    var people = Stream.generate(this::somebody).limit(4).toList();
    var turn = new java.util.concurrent.atomic.AtomicInteger();
    var answers =
        atOnce(
            24,
            () -> login(people.get(turn.getAndIncrement() % people.size()).email(), PASSWORD).ok());
    assertThat(answers).allMatch(answer -> answer.data("login.user.id") != null);
  }
}
