package dev.lifeos.auth.factor.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.MailBox;
import dev.lifeos.test.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PasskeyAttackTest extends PasskeyTest {

  private static final String REFUSED = "INVALID_PASSKEY";
  private static final String GONE = "INVALID_CHALLENGE";

  @Test
  void an_answer_is_good_once() {
    var ann = somebody();
    var passkey = passkeyOf(ann);
    var begun = loggingIn();
    var answer = passkey.get(begun.options());
    assertThat(code(logIn(begun, answer), LOGGING_IN)).isNull();
    assertThat(code(logIn(begun, answer), LOGGING_IN)).isEqualTo(GONE);
    assertThat(code(logIn(loggingIn(), answer), LOGGING_IN))
        .as("to another challenge")
        .isEqualTo(REFUSED);
  }

  @Test
  void of_many_at_once_with_one_answer_one_logs_in() {
    var passkey = passkeyOf(somebody());
    var begun = loggingIn();
    var answer = passkey.get(begun.options());
    var answers = atOnce(8, () -> logIn(begun, answer));
    assertThat(answers.stream().filter(each -> code(each, LOGGING_IN) == null)).hasSize(1);
  }

  @Test
  void a_challenge_goes_with_a_wrong_answer_too() {
    var passkey = passkeyOf(somebody());
    var begun = loggingIn();
    assertThat(code(logIn(begun, Map.of()), LOGGING_IN)).isEqualTo(REFUSED);
    assertThat(code(logIn(begun, passkey.get(begun.options())), LOGGING_IN)).isEqualTo(GONE);
  }

  @Test
  void a_challenge_ends_after_five_minutes() {
    var ann = somebody();
    var passkey = passkeyOf(ann);
    var login = loggingIn();
    var as = graph.as(ann.accessToken());
    var adding = adding(as);
    later(Duration.ofMinutes(5));
    assertThat(code(logIn(login, passkey.get(login.options())), LOGGING_IN)).isEqualTo(GONE);
    var other = new SoftAuthenticator().create(adding.options());
    assertThat(code(finishAdding(as, adding, other), ADDING)).isEqualTo(GONE);
  }

  @Test
  void another_page_does_not_log_in() {
    refusesLogin(passkey -> passkey.at("https://evil.example"));
    refusesLogin(passkey -> passkey.at("http://localhost:3001"));
    refusesLogin(passkey -> passkey.at("https://localhost:3000"));
  }

  @Test
  void another_site_does_not_log_in() {
    refusesLogin(passkey -> passkey.forSite("evil.example"));
  }

  @Test
  void a_passkey_that_has_not_verified_the_person_does_not_log_in() {
    refusesLogin(SoftAuthenticator::withoutVerification);
  }

  @Test
  void a_passkey_that_names_another_person_or_nobody_does_not_log_in() {
    var eves = passkeyOf(somebody()).handle();
    refusesLogin(passkey -> passkey.of(eves));
    refusesLogin(passkey -> passkey.of(new byte[0]));
  }

  @Test
  void a_bad_signature_does_not_log_in() {
    var passkey = passkeyOf(somebody());
    var begun = loggingIn();
    var good = passkey.get(begun.options());
    var eves = new SoftAuthenticator().of(passkey.handle()).get(begun.options());
    var forged = with(good, "signature", part(eves, "signature"));
    assertThat(code(logIn(begun, forged), LOGGING_IN)).isEqualTo(REFUSED);
  }

  @Test
  void what_was_signed_cannot_be_changed() {
    var passkey = passkeyOf(somebody());
    var begun = loggingIn();
    var before = passkey.get(begun.options());
    var after = passkey.get(begun.options());
    var mixed = with(before, "authenticatorData", part(after, "authenticatorData"));
    assertThat(code(logIn(begun, mixed), LOGGING_IN)).isEqualTo(REFUSED);
  }

  @Test
  void an_unknown_passkey_and_one_of_two_names_do_not_log_in() {
    var passkey = passkeyOf(somebody());
    var unknown = new SoftAuthenticator().of(passkey.handle());
    assertThat(code(logIn(unknown), LOGGING_IN)).isEqualTo(REFUSED);
    var begun = loggingIn();
    var renamed = new HashMap<>(passkey.get(begun.options()));
    renamed.put("id", unknown.id());
    assertThat(code(logIn(begun, renamed), LOGGING_IN)).isEqualTo(REFUSED);
  }

  @Test
  void a_copy_of_a_passkey_is_refused_and_told() {
    var ann = somebody();
    var passkey = passkeyOf(ann).having(7);
    assertThat(code(logIn(passkey), LOGGING_IN)).isNull();
    for (var times : List.of(7, 3, -1)) {
      assertThat(code(logIn(passkey.having(times)), LOGGING_IN)).isEqualTo(REFUSED);
    }
    assertThat(events(graph.as(ann.accessToken()))).contains("SECOND_FACTOR_FAILED");
    assertThat(MailBox.subjects(ann.email(), 3))
        .contains("Somebody failed to get into your LifeOS account");
    assertThat(code(logIn(passkey.having(8)), LOGGING_IN)).isNull();
  }

  @Test
  void of_two_copies_at_once_one_logs_in() {
    var passkey = passkeyOf(somebody());
    var first = loggingIn();
    var second = loggingIn();
    var answers =
        new ConcurrentLinkedQueue<>(
            List.of(
                Map.entry(first, passkey.having(4).get(first.options())),
                Map.entry(second, passkey.having(4).get(second.options()))));
    var done =
        atOnce(
            2,
            () -> {
              var next = answers.remove();
              return logIn(next.getKey(), next.getValue());
            });
    assertThat(done.stream().filter(each -> code(each, LOGGING_IN) == null)).hasSize(1);
  }

  @Test
  void an_answer_is_good_for_nothing_but_what_it_was_asked_for() {
    var ann = somebody();
    var passkey = passkeyOf(ann);
    var as = graph.as(ann.accessToken());
    var login = loggingIn();
    assertThat(code(stepUp(as, login, passkey.get(login.options())), "stepUp")).isEqualTo(GONE);
    var stepUp = steppingUp();
    assertThat(code(logIn(stepUp, passkey.get(stepUp.options())), LOGGING_IN)).isEqualTo(GONE);
    var adding = adding(as);
    assertThat(code(logIn(adding, passkey.get(adding.options())), LOGGING_IN)).isEqualTo(GONE);
  }

  @Test
  void the_passkey_of_another_person_steps_nobody_up() {
    var ann = somebody();
    var eves = passkeyOf(somebody());
    var as = stale(ann);
    var begun = steppingUp();
    assertThat(code(stepUp(as, begun, eves.get(begun.options())), "stepUp")).isEqualTo(REFUSED);
    assertThat(code(enroll(as), "enrollTotp")).isEqualTo("STEP_UP_REQUIRED");
  }

  @Test
  void nobody_adds_a_passkey_to_what_another_person_began() {
    var anns = adding(graph.as(somebody().accessToken()));
    var eve = graph.as(somebody().accessToken());
    var answer = new SoftAuthenticator().create(anns.options());
    assertThat(code(finishAdding(eve, anns, answer), ADDING)).isEqualTo(GONE);
  }

  @Test
  void a_passkey_is_added_once() {
    var ann = somebody();
    var as = graph.as(ann.accessToken());
    var passkey = passkeyOf(ann);
    var again = adding(as);
    assertThat(code(finishAdding(as, again, passkey.create(again.options())), ADDING))
        .isEqualTo(REFUSED);
    var eve = graph.as(somebody().accessToken());
    var hers = adding(eve);
    assertThat(code(finishAdding(eve, hers, passkey.create(hers.options())), ADDING))
        .as("to another account")
        .isEqualTo(REFUSED);
    assertThat(eve.send("{ me { passkeys { id } } }").ok().list("me.passkeys")).isEmpty();
  }

  @Test
  void a_passkey_is_not_added_by_another_page_or_site_or_without_verification() {
    refusesAdding(new SoftAuthenticator().at("https://evil.example"));
    refusesAdding(new SoftAuthenticator().forSite("evil.example"));
    refusesAdding(new SoftAuthenticator().withoutVerification());
  }

  @Test
  void a_passkey_is_not_added_by_the_answer_to_another_challenge() {
    var as = graph.as(somebody().accessToken());
    var first = adding(as);
    var second = adding(as);
    var answer = new SoftAuthenticator().create(first.options());
    assertThat(code(finishAdding(as, second, answer), ADDING)).isEqualTo(REFUSED);
    var passkey = new SoftAuthenticator();
    var login = passkey.get(first.options());
    assertThat(code(finishAdding(as, first, login), ADDING)).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\"",
        "[]",
        "{}",
        "{\"id\": \"a\"}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
        "{\"id\":\"%\",\"rawId\":\"%\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"%\"}}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"other\",\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"userHandle\":\"AA\"}}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\",\"transports\":[\"%\"]}}"
      })
  void what_is_no_answer_is_refused(String json) {
    var credential = JsonMapper.shared().readValue(json, Object.class);
    assertThat(code(logIn(loggingIn(), credential), LOGGING_IN)).isEqualTo(REFUSED);
    var as = graph.as(somebody().accessToken());
    assertThat(code(finishAdding(as, adding(as), credential), ADDING)).isEqualTo(REFUSED);
  }

  @Test
  void broken_parts_of_an_answer_are_refused() {
    var passkey = passkeyOf(somebody());
    for (var part : List.of("clientDataJSON", "authenticatorData", "signature", "userHandle")) {
      for (var broken : List.of("", "AA", "e30")) {
        var begun = loggingIn();
        var answer = with(passkey.get(begun.options()), part, broken);
        assertThat(code(logIn(begun, answer), LOGGING_IN)).as(part).isEqualTo(REFUSED);
      }
    }
    var as = graph.as(somebody().accessToken());
    for (var part : List.of("clientDataJSON", "attestationObject")) {
      for (var broken : List.of("", "AA", "e30")) {
        var begun = adding(as);
        var answer = with(new SoftAuthenticator().create(begun.options()), part, broken);
        assertThat(code(finishAdding(as, begun, answer), ADDING)).as(part).isEqualTo(REFUSED);
      }
    }
  }

  @Test
  void one_place_does_not_fill_the_table_of_challenges() {
    var place = graph.with("X-Forwarded-For", "192.0.2.77");
    var document =
        "mutation { beginPasskeyLogin(input: {}) { challenge { token } errors { code } } }";
    jdbc.sql(
            "INSERT INTO throttle VALUES ('passkey-begin', '192.0.2.77', 299, now(), now() + interval '1 minute')")
        .update();
    assertThat(place.send(document).ok().data("beginPasskeyLogin.challenge.token")).isNotNull();
    assertThat(code(place.send(document), "beginPasskeyLogin")).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(graph.send(document).ok().data("beginPasskeyLogin.challenge.token")).isNotNull();
  }

  @Test
  void a_passkey_is_not_added_under_another_id() {
    var as = graph.as(somebody().accessToken());
    var begun = adding(as);
    var answer = new HashMap<>(new SoftAuthenticator().create(begun.options()));
    answer.put("id", "AAAAAAAAAAAAAAAAAAAAAA");
    answer.put("rawId", "AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(code(finishAdding(as, begun, answer), ADDING)).isEqualTo(REFUSED);
    assertThat(firstPasskey(as)).isNull();
  }

  @Test
  void a_transport_of_the_future_does_no_harm() {
    var as = graph.as(somebody().accessToken());
    var begun = adding(as);
    var answer = new SoftAuthenticator().create(begun.options());
    var told = with(answer, "transports", List.of("telepathy", "usb"));
    assertThat(code(finishAdding(as, begun, told), ADDING)).isNull();
    assertThat(adding(as).options().at("/excludeCredentials/0/transports").toString())
        .isEqualTo("[\"usb\"]");
  }

  @Test
  void garbled_answers_are_refused_and_break_nothing() {
    var random = new Random(42);
    var passkey = passkeyOf(somebody());
    var as = graph.as(somebody().accessToken());
    for (var time = 0; time < 48; time++) {
      // What is garbled where nothing looks, such as the model's id, is added: not too often.
      as = time % 8 == 0 ? graph.as(somebody().accessToken()) : as;
      var login = loggingIn();
      var part = List.of("clientDataJSON", "authenticatorData", "signature").get(time % 3);
      var answer = garbled(passkey.get(login.options()), part, random);
      assertThat(code(logIn(login, answer), LOGGING_IN)).as(part).isEqualTo(REFUSED);
      var adding = adding(as);
      var other = List.of("clientDataJSON", "attestationObject").get(time % 2);
      var added = garbled(new SoftAuthenticator().create(adding.options()), other, random);
      assertThat(code(finishAdding(as, adding, added), ADDING)).isIn(REFUSED, null);
    }
  }

  private static Map<String, Object> garbled(
      Map<String, Object> credential, String name, Random random) {
    var bytes = Base64.getUrlDecoder().decode(part(credential, name).toString());
    var cut = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    if (cut.length == bytes.length) {
      cut[random.nextInt(cut.length)] ^= (byte) (1 + random.nextInt(255));
    }
    return with(credential, name, Base64.getUrlEncoder().withoutPadding().encodeToString(cut));
  }

  private void refusesLogin(UnaryOperator<SoftAuthenticator> change) {
    var passkey = passkeyOf(somebody());
    assertThat(code(logIn(change.apply(passkey)), LOGGING_IN)).isEqualTo(REFUSED);
  }

  private void refusesAdding(SoftAuthenticator passkey) {
    var as = graph.as(somebody().accessToken());
    var begun = adding(as);
    Answer answer = finishAdding(as, begun, passkey.create(begun.options()));
    assertThat(code(answer, ADDING)).isEqualTo(REFUSED);
    assertThat(firstPasskey(as)).isNull();
  }

  private static Map<String, Object> with(
      Map<String, Object> credential, String name, Object value) {
    var changed = new HashMap<>(credential);
    var response =
        new HashMap<Object, Object>((Map<?, ?>) Objects.requireNonNull(credential.get("response")));
    response.put(name, value);
    changed.put("response", response);
    return changed;
  }

  private static Object part(Map<String, Object> credential, String name) {
    var response = (Map<?, ?>) Objects.requireNonNull(credential.get("response"));
    return Objects.requireNonNull(response.get(name));
  }
}
