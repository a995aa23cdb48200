package dev.lifeos.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.MailBox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class TotpTest extends FactorTest {

  private static final String RFC_6238_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @Autowired private TotpCodes codes;

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_rfc_6238(long time, String code) {
    var now = Instant.ofEpochSecond(time);
    assertThat(codes.step(RFC_6238_SECRET, code, now, 0)).hasValue(time / 30);
    assertThat(codes.step(RFC_6238_SECRET, code, now, time / 30)).isEmpty();
    assertThat(codes.step(RFC_6238_SECRET, code, now.plusSeconds(60), 0)).isEmpty();
    assertThat(codes.step(RFC_6238_SECRET, code, now.plusSeconds(30), 0)).isPresent();
    assertThat(codes.step(RFC_6238_SECRET, code, now.minusSeconds(60), 0)).isEmpty();
  }

  @Test
  void who_confirms_an_app_is_asked_for_its_code_from_then_on() {
    var ann = somebody();
    var app = appOf(ann);
    var done = complete(challenge(ann), app.code()).ok();
    assertThat(done.data("completeLogin.user.id")).isEqualTo(ann.id());
    assertThat(done.at("completeLogin.user.totpEnabled").asBoolean()).isTrue();
    var token = String.valueOf(done.data("completeLogin.session.accessToken"));
    var me =
        graph.as(token).send("{ me { id sessions { edges { node { method current } } } } }").ok();
    assertThat(me.data("me.id")).isEqualTo(ann.id());
    assertThat(events(graph.as(token))).contains("TOTP_ENABLED", "LOGGED_IN");
    assertThat(MailBox.subjects(ann.email(), 2)).contains("How you log in to LifeOS was changed");
  }

  @Test
  void an_app_is_told_all_it_needs() {
    var ann = somebody();
    var answer =
        mutate(
                graph.as(ann.accessToken()),
                "enrollTotp",
                Map.of("label", "Ann's phone"),
                "secret uri expiresAt errors { code }")
            .ok();
    var secret = answer.data("enrollTotp.secret");
    var uri = URI.create(String.valueOf(answer.data("enrollTotp.uri")));
    assertThat(uri.getScheme()).isEqualTo("otpauth");
    assertThat(uri.getPath()).isEqualTo("/LifeOS:Ann's phone");
    assertThat(uri.getQuery())
        .isEqualTo("secret=" + secret + "&issuer=LifeOS&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void nothing_changes_until_a_code_confirms_it() {
    var ann = somebody();
    var as = graph.as(ann.accessToken());
    enroll(as).ok();
    assertThat(code(confirm(as, "000000"), "confirmTotp")).isEqualTo("WRONG_CODE");
    assertThat(as.send("{ me { totpEnabled } }").ok().at("me.totpEnabled").asBoolean()).isFalse();
    assertThat(login(ann.email(), PASSWORD).ok().data("login.session.accessToken")).isNotNull();
  }

  @Test
  void an_app_that_is_not_confirmed_in_time_is_forgotten() {
    var ann = somebody();
    var secret = enroll(graph.as(ann.accessToken())).ok().data("enrollTotp.secret");
    var as = stale(ann);
    later(Duration.ofMinutes(5));
    var app = new App(String.valueOf(secret), clock, List.of());
    assertThat(code(confirm(as, app.code()), "confirmTotp")).isEqualTo("INVALID_CHALLENGE");
  }

  @Test
  void to_begin_again_replaces_the_secret() {
    var as = graph.as(somebody().accessToken());
    var first = String.valueOf(enroll(as).ok().data("enrollTotp.secret"));
    var second = String.valueOf(enroll(as).ok().data("enrollTotp.secret"));
    nextStep();
    assertThat(code(confirm(as, new App(first, clock, List.of()).code()), "confirmTotp"))
        .isEqualTo("WRONG_CODE");
    assertThat(code(confirm(as, new App(second, clock, List.of()).code()), "confirmTotp")).isNull();
  }

  @Test
  void an_app_that_is_there_is_not_replaced_and_confirmed_once() {
    var ann = somebody();
    var app = appOf(ann);
    var as = graph.as(ann.accessToken());
    assertThat(code(enroll(as), "enrollTotp")).isEqualTo("ALREADY_EXISTS");
    assertThat(code(confirm(as, app.code()), "confirmTotp")).isEqualTo("INVALID_CHALLENGE");
  }

  @Test
  void the_code_that_confirmed_does_not_log_in() {
    var ann = somebody();
    var as = graph.as(ann.accessToken());
    var secret = String.valueOf(enroll(as).ok().data("enrollTotp.secret"));
    nextStep();
    var code = new App(secret, clock, List.of()).code();
    assertThat(code(confirm(as, code), "confirmTotp")).isNull();
    assertThat(code(complete(challenge(ann), code), "completeLogin")).isEqualTo("WRONG_CODE");
  }

  @Test
  void disabling_takes_app_and_recovery_codes_away() {
    var ann = somebody();
    appOf(ann);
    var as = graph.as(ann.accessToken());
    var state = "user { totpEnabled recoveryCodesLeft } errors { code }";
    var gone = mutate(as, "disableTotp", Map.of(), state).ok();
    assertThat(gone.at("disableTotp.user.totpEnabled").asBoolean()).isFalse();
    assertThat(gone.at("disableTotp.user.recoveryCodesLeft").asInt()).isZero();
    assertThat(login(ann.email(), PASSWORD).ok().data("login.session.accessToken")).isNotNull();
    assertThat(code(mutate(as, "disableTotp", Map.of(), state), "disableTotp"))
        .isEqualTo("NOT_FOUND");
    assertThat(events(as)).contains("TOTP_DISABLED");
    assertThat(MailBox.subjects(ann.email(), 3))
        .filteredOn("How you log in to LifeOS was changed"::equals)
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void nothing_lies_open_in_the_database() {
    var ann = somebody();
    var app = appOf(ann);
    var account = UUID.fromString(ann.id());
    var challenge = challenge(ann);
    var rows =
        Stream.of("totp", "recovery_code", "login_challenge")
            .flatMap(table ->
                jdbc
                    .sql("SELECT to_json(t) #>> '{}' FROM " + table + " t WHERE account_id = ?")
                    .param(account)
                    .query(String.class)
                    .list()
                    .stream())
            .toList();
    assertThat(rows).hasSize(12);
    assertThat(String.join("\n", rows))
        .doesNotContain(challenge)
        .doesNotContain(app.recoveryCodes());
  }

  @Test
  void a_hundred_people_cost_one_statement() {
    var ann = somebody();
    appOf(ann);
    var people = Stream.concat(Stream.of(ann.id()), Stream.generate(() -> "" + UUID.randomUUID()));
    var keys = people.limit(100).map(id -> Map.of("id", id)).toList();
    var service = graph.as(serviceToken());
    var fields = "totpEnabled recoveryCodesLeft";
    assertThat(sql.during(() -> service.entities("User", keys, fields).ok()))
        .as("one for the people, one for what they have")
        .isEqualTo(2);
    var answer = service.entities("User", keys, fields).ok();
    assertThat(answer.at("_entities.0.totpEnabled").asBoolean()).isTrue();
    assertThat(answer.at("_entities.0.recoveryCodesLeft").asInt()).isEqualTo(10);
  }
}
