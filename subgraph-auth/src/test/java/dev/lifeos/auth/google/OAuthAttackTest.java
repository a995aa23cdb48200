package dev.lifeos.auth.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.lifeos.test.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What must not work. */
@ExtendWith(OutputCaptureExtension.class)
class OAuthAttackTest extends GoogleTest {

  private static final List<String> INVALID = List.of("OAUTH_ATTEMPT_INVALID");
  private static final List<String> REFUSED = List.of("PROVIDER_REFUSED");

  @Test
  void what_came_back_is_good_once() {
    var begun = begin(graph, "SIGN_IN");
    var returned = google.consent(begun.url(), GoogleAccount.fresh());
    assertThat(codes(complete(graph, returned, begun.binding()))).isEmpty();
    assertThat(codes(complete(graph, returned, begun.binding()))).isEqualTo(INVALID);
  }

  @Test
  void of_many_at_once_with_what_came_back_one_gets_a_session() {
    var begun = begin(graph, "SIGN_IN");
    var returned = google.consent(begun.url(), GoogleAccount.fresh());
    var answers = atOnce(20, () -> complete(graph, returned, begun.binding()));
    assertThat(answers.stream().filter(answer -> codes(answer.ok()).isEmpty())).hasSize(1);
  }

  @Test
  void without_the_secret_of_the_client_that_began_a_stolen_address_is_worth_nothing() {
    var begun = begin(graph, "SIGN_IN");
    var returned = google.consent(begun.url(), GoogleAccount.fresh());
    var others = begin(graph, "SIGN_IN");
    assertThat(codes(complete(graph, returned, others.binding()))).isEqualTo(INVALID);
    assertThat(codes(complete(graph, returned, ""))).isEqualTo(INVALID);
    assertThat(codes(complete(graph, returned, begun.binding())))
        .as("and whoever began is not hindered")
        .isEmpty();
  }

  @Test
  void a_victim_is_not_logged_in_to_the_attackers_account() {
    var attacker = begin(graph, "SIGN_IN");
    var forced = google.consent(attacker.url(), GoogleAccount.fresh());
    var victim = begin(graph, "SIGN_IN");
    assertThat(codes(complete(graph, forced, victim.binding()))).isEqualTo(INVALID);
  }

  @Test
  void the_state_of_another_attempt_does_not_go_with_the_code() {
    var one = begin(graph, "SIGN_IN");
    var other = begin(graph, "SIGN_IN");
    var code = google.consent(one.url(), GoogleAccount.fresh()).code();
    var state = google.consent(other.url(), GoogleAccount.fresh()).state();
    var mixed = new FakeGoogle.Returned(code, state);
    assertThat(codes(complete(graph, mixed, one.binding()))).isEqualTo(INVALID);
    assertThat(codes(complete(graph, mixed, other.binding())))
        .as("the verifier does not fit the code's challenge")
        .isEqualTo(REFUSED);
  }

  @Test
  void an_attempt_is_over_after_ten_minutes() {
    var begun = begin(graph, "SIGN_IN");
    var returned = google.consent(begun.url(), GoogleAccount.fresh());
    clock.ahead(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(codes(complete(graph, returned, begun.binding()))).isEqualTo(INVALID);
  }

  @Test
  void a_link_is_for_the_account_that_began_it() {
    var somebody = somebody();
    var begun = begin(graph.as(somebody.accessToken()), "LINK");
    var returned = google.consent(begun.url(), GoogleAccount.fresh());
    var other = graph.as(somebody().accessToken());
    assertThat(codes(complete(other, returned, begun.binding()))).isEqualTo(INVALID);
    assertThat(codes(complete(graph, returned, begun.binding()))).isEqualTo(INVALID);
    assertThat(codes(complete(graph.as(serviceToken()), returned, begun.binding())))
        .isEqualTo(INVALID);
    assertThat(codes(complete(graph.as(somebody.accessToken()), returned, begun.binding())))
        .isEmpty();
  }

  @Test
  void a_code_that_google_does_not_know_is_refused() {
    var begun = begin(graph, "SIGN_IN");
    var state = google.consent(begun.url(), GoogleAccount.fresh()).state();
    var forged = new FakeGoogle.Returned("4/made-up", state);
    assertThat(codes(complete(graph, forged, begun.binding()))).isEqualTo(REFUSED);
  }

  @TestFactory
  Stream<DynamicTest> bad_id_tokens_are_refused() {
    var other = FakeGoogle.newKey(FakeGoogle.publicKey().getKeyID());
    var unknown = FakeGoogle.newKey("unknown");
    return Stream.of(
            bad("another nonce", with("nonce", "another")),
            bad("no nonce", without("nonce")),
            bad("another audience", with("aud", "another-client")),
            bad("an audience beside ours", with("aud", List.of(FakeGoogle.CLIENT, "another"))),
            bad("another issuer", with("iss", "https://accounts.example")),
            bad("no issuer", without("iss")),
            bad("expired", OAuthAttackTest::expired),
            bad("no expiry", without("exp")),
            bad("no subject", without("sub")),
            bad("no address", without("email")),
            bad("unsigned", claims -> new PlainJWT(set(claims)).serialize()),
            bad("HS256 by the public key", OAuthAttackTest::byPublicKey),
            bad("another key under the same id", claims -> FakeGoogle.sign(claims, other)),
            bad("an unknown key", claims -> FakeGoogle.sign(claims, unknown)),
            bad("changed", claims -> FakeGoogle.sign(claims).replaceFirst("\\.(..)", ".$1x")),
            bad("garbage", claims -> "garbage"))
        .map(token -> DynamicTest.dynamicTest(token.name(), () -> isRefused(token)));
  }

  @Test
  void google_may_write_its_name_without_the_scheme() {
    google.idTokens(with("iss", "accounts.google.com"));
    assertThat(codes(by(graph, "SIGN_IN", GoogleAccount.fresh()))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> google_that_does_not_work_is_a_typed_error() {
    return Stream.of(
            "500 ",
            "503 <html>oops</html>",
            "200 <html>hello</html>",
            "200 {}",
            "200 [1]",
            "401 {\"error\":\"invalid_client\"}",
            "429 {}",
            "302 ")
        .map(answer ->
            DynamicTest.dynamicTest(
                answer,
                () -> {
                  var parts = answer.split(" ", 2);
                  google.breaks("/token", Integer.parseInt(parts[0]), parts[1]);
                  isUnavailable(by(graph, "SIGN_IN", GoogleAccount.fresh()));
                  google.heal();
                }));
  }

  @Test
  void google_that_is_slow_is_not_waited_for() {
    google.holds("/token");
    isUnavailable(by(graph, "SIGN_IN", GoogleAccount.fresh()));
  }

  @Test
  void google_that_begins_to_answer_and_does_not_end_is_not_waited_for() {
    google.stalls("/token");
    isUnavailable(by(graph, "SIGN_IN", GoogleAccount.fresh()));
  }

  @Test
  void google_may_name_a_scope_twice() {
    var begun = begin(graph, "SIGN_IN");
    var returned = google.consent(begun.url(), GoogleAccount.fresh(), "openid email openid");
    assertThat(codes(complete(graph, returned, begun.binding()))).isEmpty();
  }

  @Test
  void google_may_take_another_key_at_any_time() {
    google.rotatesKeys();
    assertThat(codes(by(graph, "SIGN_IN", GoogleAccount.fresh()))).isEmpty();
  }

  @Test
  void nothing_secret_gets_into_a_log(CapturedOutput output) {
    var begun = begin(graph, "SIGN_IN");
    var returned = google.consent(begun.url(), GoogleAccount.fresh());
    google.breaks("/token", 500, "{}");
    complete(graph, returned, begun.binding());
    google.heal();
    google.idTokens(with("aud", "another-client"));
    by(graph, "SIGN_IN", GoogleAccount.fresh());
    var verifier = google.tokenRequests().getLast().get("code_verifier");
    assertThat(output.getAll())
        .doesNotContain(
            begun.binding(), returned.code(), returned.state(), FakeGoogle.SECRET, verifier);
  }

  @Test
  void starting_very_often_from_one_place_is_slowed_down() {
    var place = graph.with("X-Forwarded-For", "203.0.113.9");
    for (var times = 0; times < 60; times++) {
      begin(place, "SIGN_IN");
    }
    var answer = start(place, "SIGN_IN").ok();
    assertThat(answer.data("startOAuth.errors.0.code")).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(answer.data("startOAuth.errors.0.retryAfter")).isNotNull();
    begin(graph.with("X-Forwarded-For", "198.51.100.7"), "SIGN_IN");
  }

  private void isRefused(Bad bad) {
    google.idTokens(bad.signing());
    var answer = by(graph, "SIGN_IN", GoogleAccount.fresh()).ok();
    assertThat(codes(answer)).isEqualTo(REFUSED);
    assertThat(answer.data("completeOAuth.session")).isNull();
    google.heal();
  }

  private static void isUnavailable(Answer answer) {
    assertThat(answer.errorCodes()).as(answer.body()).containsExactly("UPSTREAM_UNAVAILABLE");
    assertThat(answer.body()).doesNotContain("Exception", "127.0.0.1", "oops", "invalid_client");
  }

  private static Bad bad(String name, Function<Map<String, Object>, String> signing) {
    return new Bad(name, signing);
  }

  private static Function<Map<String, Object>, String> with(String claim, Object value) {
    return claims -> {
      var changed = new HashMap<>(claims);
      changed.put(claim, value);
      return FakeGoogle.sign(changed);
    };
  }

  private static Function<Map<String, Object>, String> without(String claim) {
    return claims -> {
      var changed = new HashMap<>(claims);
      changed.remove(claim);
      return FakeGoogle.sign(changed);
    };
  }

  private static String expired(Map<String, Object> claims) {
    var changed = new HashMap<>(claims);
    changed.put("iat", Instant.now().minusSeconds(3_600));
    changed.put("exp", Instant.now().minusSeconds(60));
    return FakeGoogle.sign(changed);
  }

  private static String byPublicKey(Map<String, Object> claims) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.HS256)
              .keyID(FakeGoogle.publicKey().getKeyID())
              .build();
      var token = new SignedJWT(header, set(claims));
      token.sign(new MACSigner(FakeGoogle.publicKey().toRSAPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static JWTClaimsSet set(Map<String, Object> claims) {
    var set = new JWTClaimsSet.Builder();
    claims.forEach(
        (name, value) -> set.claim(name, value instanceof Instant at ? Date.from(at) : value));
    return set.build();
  }

  private record Bad(String name, Function<Map<String, Object>, String> signing) {}
}
