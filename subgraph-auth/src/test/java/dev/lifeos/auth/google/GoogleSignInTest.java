package dev.lifeos.auth.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Logging in and registering by Google. */
class GoogleSignInTest extends GoogleTest {

  @Test
  void somebody_unknown_gets_an_account_and_a_session() {
    var who = GoogleAccount.fresh();
    var begun = begin(graph, "SIGN_IN");
    var returned = google.consent(begun.url(), who);
    var input =
        Map.of(
            "code", returned.code(),
            "state", returned.state(),
            "binding", begun.binding(),
            "timeZone", "Asia/Tokyo");
    var answer = mutate(graph, "completeOAuth", input, CAME_BACK).ok();
    assertThat(codes(answer)).isEmpty();
    assertThat(answer.data("completeOAuth.user.email")).isEqualTo(who.email());
    assertThat(answer.data("completeOAuth.user.emailVerified")).isEqualTo("true");
    assertThat(answer.data("completeOAuth.user.fullName")).isEqualTo("Gwen Example");
    assertThat(answer.data("completeOAuth.user.timeZone")).isEqualTo("Asia/Tokyo");
    var token = String.valueOf(answer.data("completeOAuth.session.accessToken"));
    var me = graph.as(token).send("{ me { id identities { provider email lastUsedAt } } }").ok();
    assertThat(me.data("me.identities.0.provider")).isEqualTo("GOOGLE");
    assertThat(me.data("me.identities.0.email")).isEqualTo(who.email());
  }

  @Test
  void the_request_to_google_has_all_that_protects_it() {
    var url = URI.create(begin(graph, "SIGN_IN").url());
    var asked = FakeGoogle.query(url.getRawQuery());
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", FakeGoogle.CLIENT)
        .containsEntry("redirect_uri", "http://localhost:3000/account/google")
        .containsEntry("scope", "openid email profile")
        .containsEntry("code_challenge_method", "S256");
    assertThat(List.of("state", "nonce", "code_challenge"))
        .allSatisfy(name -> assertThat(asked.get(name)).hasSize(43));
    assertThat(asked).doesNotContainKey("access_type");
  }

  @Test
  void the_verifier_is_sent_and_fits_the_challenge() {
    var begun = begin(graph, "SIGN_IN");
    complete(graph, google.consent(begun.url(), GoogleAccount.fresh()), begun.binding()).ok();
    var form = google.tokenRequests().getLast();
    var challenge = FakeGoogle.query(URI.create(begun.url()).getRawQuery()).get("code_challenge");
    assertThat(form.get("code_verifier")).hasSize(43).isNotEqualTo(challenge);
    assertThat(form).containsEntry("grant_type", "authorization_code");
  }

  @Test
  void who_comes_again_is_the_same_whatever_the_address_has_become() {
    var who = GoogleAccount.fresh();
    var first = newcomer(who);
    var moved = new GoogleAccount(who.subject(), "moved-" + who.email(), false, "Another Name");
    var answer = by(graph, "SIGN_IN", moved).ok();
    assertThat(answer.data("completeOAuth.user.id")).isEqualTo(first.id());
    assertThat(answer.data("completeOAuth.user.email")).isEqualTo(who.email());
    assertThat(answer.data("completeOAuth.user.fullName")).isEqualTo("Gwen Example");
  }

  @Test
  void an_address_that_has_an_account_is_never_linked_silently() {
    var somebody = somebody();
    var answer = by(graph, "SIGN_IN", GoogleAccount.of(somebody.email()));
    assertThat(codes(answer.ok())).containsExactly("LINK_REQUIRED");
    assertThat(answer.data("completeOAuth.session")).isNull();
    var upperCase = GoogleAccount.of(somebody.email().toUpperCase(Locale.ROOT));
    assertThat(codes(by(graph, "SIGN_IN", upperCase))).containsExactly("LINK_REQUIRED");
    assertThat(identities(somebody.accessToken())).isEmpty();
  }

  @Test
  void an_address_that_google_does_not_vouch_for_says_nothing_of_who_has_an_account() {
    var known = by(graph, "SIGN_IN", GoogleAccount.of(somebody().email()).unverified());
    var unknown = by(graph, "SIGN_IN", GoogleAccount.fresh().unverified());
    assertThat(codes(known.ok())).containsExactly("PROVIDER_EMAIL_UNVERIFIED");
    assertThat(known.body()).isEqualTo(unknown.body());
  }

  @Test
  void another_google_account_with_a_newcomers_address_is_not_them() {
    var who = GoogleAccount.fresh();
    newcomer(who);
    assertThat(codes(by(graph, "SIGN_IN", GoogleAccount.of(who.email()))))
        .containsExactly("LINK_REQUIRED");
  }

  @Test
  void who_comes_back_twice_at_once_has_one_account() {
    var who = GoogleAccount.fresh();
    var answers = atOnce(6, () -> by(graph, "SIGN_IN", who));
    assertThat(answers.stream().flatMap(answer -> codes(answer.ok()).stream())).isEmpty();
    assertThat(answers.stream().map(answer -> answer.data("completeOAuth.user.id")).distinct())
        .hasSize(1);
  }

  @Test
  void a_name_that_will_not_do_is_mended() {
    var odd =
        new GoogleAccount("sub-odd-" + address(), address(), true, "\u202e" + "x".repeat(300));
    var answer = by(graph, "SIGN_IN", odd).ok();
    assertThat(answer.data("completeOAuth.user.fullName")).isEqualTo("x".repeat(100));
    var nameless = new GoogleAccount("sub-none-" + address(), "nobody-" + address(), true, " ");
    assertThat(by(graph, "SIGN_IN", nameless).data("completeOAuth.user.fullName"))
        .isEqualTo(nameless.email().split("@")[0]);
  }

  @Test
  void registering_and_logging_in_are_written_down() {
    var token = newcomer(GoogleAccount.fresh()).accessToken();
    var answer = graph.as(token).send("{ me { securityEvents { edges { node { type } } } } }").ok();
    assertThat(answer.body()).contains("REGISTERED", "LOGGED_IN");
  }

  @Test
  void somebody_elses_identities_are_refused() {
    var one = newcomer(GoogleAccount.fresh());
    var other = newcomer(GoogleAccount.fresh());
    var answer =
        graph
            .as(other.accessToken())
            .entities("User", List.of(Map.of("id", one.id())), "identities { email }");
    assertThat(answer.firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(answer.body()).doesNotContain("@example.org");
  }

  @Test
  void identities_of_many_cost_one_statement() {
    var keys =
        List.of(
            Map.of("id", newcomer(GoogleAccount.fresh()).id()),
            Map.of("id", newcomer(GoogleAccount.fresh()).id()));
    var service = graph.as(serviceToken());
    var statements = sql.during(() -> service.entities("User", keys, "identities { id }").ok());
    assertThat(sql.statements().stream().filter(text -> text.contains("external_identity")))
        .hasSize(1);
    assertThat(statements).isGreaterThanOrEqualTo(2);
  }

  private List<?> identities(String token) {
    return graph.as(token).send("{ me { identities { id } } }").ok().list("me.identities");
  }
}
