package dev.lifeos.auth.profile.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.profile.ProfileTest;
import dev.lifeos.test.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class PhoneTest extends ProfileTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Autowired private JdbcClient jdbc;

  @Test
  void a_number_is_the_persons_once_its_code_came_back(CapturedOutput output) {
    var ann = somebody();
    var number = number();
    assertThat(state(ann).at("me.phoneVerified").isNull()).isTrue();
    assertThat(request(ann, number).ok().data("requestPhoneVerification.expiresAt")).isNotNull();
    assertThat(state(ann).data("me.phoneNumber")).isNull();
    var code = TWILIO.code(number);
    assertThat(stored(ann)).startsWith("$2").doesNotContain(code);
    var verified = verify(ann, code).ok();
    assertThat(verified.list("verifyPhone.errors")).isEmpty();
    assertThat(verified.data("verifyPhone.user.phoneNumber")).isEqualTo(number);
    assertThat(state(ann).data("me.phoneNumber")).isEqualTo(number);
    assertThat(state(ann).at("me.phoneVerified").asBoolean()).isTrue();
    assertThat(verify(ann, code).ok().data("verifyPhone.errors.0.code"))
        .isEqualTo("INVALID_PHONE_CODE");
    assertThat(output.getAll()).doesNotContain(code, number);
  }

  @Test
  void after_five_tries_the_right_code_is_refused_too() {
    var ann = somebody();
    var number = number();
    request(ann, number).ok();
    var code = TWILIO.code(number);
    var wrong = "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    var answers = atOnce(5, () -> verify(ann, wrong));
    assertThat(answers)
        .allSatisfy(answer ->
            assertThat(answer.ok().data("verifyPhone.errors.0.code"))
                .isEqualTo("INVALID_PHONE_CODE"));
    assertThat(verify(ann, code).ok().data("verifyPhone.errors.0.code"))
        .isEqualTo("INVALID_PHONE_CODE");
    assertThat(state(ann).data("me.phoneNumber")).isNull();
  }

  @Test
  void of_many_with_the_right_code_at_once_one_is_let_through() {
    var ann = somebody();
    var number = number();
    request(ann, number).ok();
    var code = TWILIO.code(number);
    var answers = atOnce(4, () -> verify(ann, code));
    assertThat(answers)
        .filteredOn(answer -> answer.ok().list("verifyPhone.errors").isEmpty())
        .hasSize(1);
  }

  @Test
  void a_code_ends_after_ten_minutes_and_is_nobody_elses() {
    var ann = somebody();
    var number = number();
    request(ann, number).ok();
    assertThat(verify(somebody(), TWILIO.code(number)).ok().data("verifyPhone.errors.0.code"))
        .isEqualTo("INVALID_PHONE_CODE");
    clock.ahead(Duration.ofMinutes(11));
    var later = String.valueOf(login(ann.email(), PASSWORD).ok().data("login.session.accessToken"));
    var late =
        mutate(
            graph.as(later), "verifyPhone", Map.of("code", TWILIO.code(number)), "errors { code }");
    assertThat(late.ok().data("verifyPhone.errors.0.code")).isEqualTo("INVALID_PHONE_CODE");
  }

  @Test
  void a_new_code_takes_the_place_of_the_old() {
    var ann = somebody();
    var first = number();
    var second = number();
    request(ann, first).ok();
    request(ann, second).ok();
    if (!TWILIO.code(first).equals(TWILIO.code(second))) {
      assertThat(verify(ann, TWILIO.code(first)).ok().list("verifyPhone.errors")).hasSize(1);
    }
    assertThat(verify(ann, TWILIO.code(second)).ok().data("verifyPhone.user.phoneNumber"))
        .isEqualTo(second);
  }

  @Test
  void a_person_gets_three_codes_in_an_hour_and_is_told_when_there_are_more() {
    var ann = somebody();
    for (var time = 0; time < 3; time++) {
      assertThat(request(ann, number()).ok().list("requestPhoneVerification.errors")).isEmpty();
    }
    var fourth = number();
    var refused = request(ann, fourth).ok();
    assertThat(refused.data("requestPhoneVerification.errors.0.code"))
        .isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(refused.data("requestPhoneVerification.errors.0.retryAfter")).isNotNull();
    assertThat(TWILIO.to(fourth)).isEmpty();
  }

  @Test
  void a_number_gets_three_codes_in_an_hour_whoever_asks() {
    var number = number();
    for (var time = 0; time < 3; time++) {
      request(somebody(), number).ok();
    }
    assertThat(request(somebody(), number).ok().data("requestPhoneVerification.errors.0.code"))
        .isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(TWILIO.to(number)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+498001234567", "+499001234567", "+493012345678", "+88213123456"})
  void no_message_goes_to_numbers_that_are_no_mobiles_or_cost_the_one_who_calls(String number) {
    var answer = request(somebody(), number).ok();
    assertThat(answer.data("requestPhoneVerification.errors.0.code"))
        .isEqualTo("UNREACHABLE_PHONE");
    assertThat(TWILIO.to(number)).isEmpty();
  }

  @Test
  void what_twilio_refuses_for_good_is_the_persons_to_correct() {
    var number = number();
    TWILIO.refuse(number, 400, 21614);
    assertThat(request(somebody(), number).ok().data("requestPhoneVerification.errors.0.code"))
        .isEqualTo("UNREACHABLE_PHONE");
  }

  @Test
  void while_twilio_is_away_the_error_says_so() {
    var number = number();
    TWILIO.refuse(number, 503, 20500);
    var answer = request(somebody(), number);
    assertThat(answer.firstErrorCode()).isEqualTo("UPSTREAM_UNAVAILABLE");
    TWILIO.refuse(number, 429, 20429);
    assertThat(request(somebody(), number).firstErrorCode()).isEqualTo("UPSTREAM_UNAVAILABLE");
  }

  @Test
  void a_number_that_is_removed_is_no_longer_verified() {
    var ann = somebody();
    var number = number();
    request(ann, number).ok();
    verify(ann, TWILIO.code(number)).ok();
    var clear = "mutation { updateProfile(input: {phoneNumber: null}) { errors { code } } }";
    graph.as(ann.accessToken()).send(clear).ok();
    assertThat(state(ann).at("me.phoneVerified").isNull()).isTrue();
  }

  private static String number() {
    return "+4915123%06d".formatted(456_000 + NUMBERS.incrementAndGet());
  }

  private String stored(Somebody person) {
    return jdbc.sql("SELECT code_hash FROM phone_verification WHERE account_id = cast(? AS uuid)")
        .param(person.id())
        .query(String.class)
        .single();
  }

  private Answer state(Somebody person) {
    return graph.as(person.accessToken()).send("{ me { phoneNumber phoneVerified } }").ok();
  }

  private Answer request(Somebody person, String number) {
    return mutate(
        graph.as(person.accessToken()),
        "requestPhoneVerification",
        Map.of("phoneNumber", number),
        "expiresAt errors { code path retryAfter }");
  }

  private Answer verify(Somebody person, String code) {
    return mutate(
        graph.as(person.accessToken()),
        "verifyPhone",
        Map.of("code", code),
        "user { phoneNumber } errors { code path }");
  }
}
