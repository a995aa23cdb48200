package dev.lifeos.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.MailBox;
import dev.lifeos.test.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecoveryTest extends FactorTest {

  @Test
  void a_recovery_code_logs_in_once_in_place_of_the_app() {
    var ann = somebody();
    var code = appOf(ann).recoveryCodes().get(3);
    var done = recover(challenge(ann), code).ok();
    var token = String.valueOf(done.data("completeLogin.session.accessToken"));
    assertThat(done.data("completeLogin.user.id")).isEqualTo(ann.id());
    assertThat(left(token)).isEqualTo(9);
    assertThat(events(graph.as(token))).contains("RECOVERY_CODE_USED");
    assertThat(code(recover(challenge(ann), code), "completeLogin")).isEqualTo("WRONG_CODE");
    assertThat(MailBox.subjects(ann.email(), 3))
        .filteredOn("How you log in to LifeOS was changed"::equals)
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void of_many_log_ins_at_once_with_one_recovery_code_one_succeeds() {
    var ann = somebody();
    var code = appOf(ann).recoveryCodes().getFirst();
    var answers = atOnce(5, () -> recover(challenge(ann), code));
    assertThat(answers.stream().filter(answer -> code(answer, "completeLogin") == null)).hasSize(1);
  }

  @Test
  void case_and_dashes_do_not_matter_nor_a_digit_for_a_letter() {
    var ann = somebody();
    var codes = appOf(ann).recoveryCodes();
    var plain = codes.get(0).replace("-", "").toUpperCase(Locale.ROOT);
    assertThat(code(recover(challenge(ann), plain), "completeLogin")).isNull();
    var misread = codes.get(1).replace('o', '0').replace('l', '1').replace('b', '8');
    assertThat(code(recover(challenge(ann), " " + misread), "completeLogin")).isNull();
  }

  @Test
  void wrong_recovery_codes_close_recovery_and_not_the_app() {
    var ann = somebody();
    var app = appOf(ann);
    for (var time = 0; time < 5; time++) {
      assertThat(code(recover(challenge(ann), "aaaa-bbbb-cccc-dddd"), "completeLogin"))
          .isEqualTo("WRONG_CODE");
    }
    var right = app.recoveryCodes().getFirst();
    assertThat(code(recover(challenge(ann), right), "completeLogin"))
        .isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(code(complete(challenge(ann), app.code()), "completeLogin")).isNull();
  }

  @Test
  void new_codes_take_the_place_of_the_old_ones() {
    var ann = somebody();
    var app = appOf(ann);
    var made = renew(ann.accessToken(), Map.of()).ok();
    var codes =
        made.list("regenerateRecoveryCodes.recoveryCodes").stream()
            .map(JsonNode::asString)
            .toList();
    assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(app.recoveryCodes());
    assertThat(left(ann.accessToken())).isEqualTo(10);
    assertThat(code(recover(challenge(ann), app.recoveryCodes().getFirst()), "completeLogin"))
        .isEqualTo("WRONG_CODE");
    assertThat(code(recover(challenge(ann), codes.getFirst()), "completeLogin")).isNull();
    assertThat(events(graph.as(ann.accessToken()))).contains("RECOVERY_CODES_MADE");
  }

  @Test
  void without_an_app_there_are_no_codes() {
    assertThat(code(renew(somebody().accessToken(), Map.of()), "regenerateRecoveryCodes"))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void who_lost_the_app_recovers_takes_it_away_and_has_another() {
    var ann = somebody();
    var lost = appOf(ann);
    var done = recover(challenge(ann), lost.recoveryCodes().getFirst()).ok();
    var token = String.valueOf(done.data("completeLogin.session.accessToken"));
    assertThat(code(mutate(graph.as(token), "disableTotp", Map.of(), ERRORS), "disableTotp"))
        .isNull();
    var other = appOf(graph.as(token));
    assertThat(code(complete(challenge(ann), lost.code()), "completeLogin"))
        .isEqualTo("WRONG_CODE");
    assertThat(code(complete(challenge(ann), other.code()), "completeLogin")).isNull();
    assertThat(List.of(lost.recoveryCodes())).doesNotContain(other.recoveryCodes());
  }

  private int left(String token) {
    return graph
        .as(token)
        .send("{ me { recoveryCodesLeft } }")
        .ok()
        .at("me.recoveryCodesLeft")
        .asInt();
  }

  private Answer renew(String token, Map<String, ?> input) {
    return mutate(graph.as(token), "regenerateRecoveryCodes", input, "recoveryCodes " + ERRORS);
  }
}
