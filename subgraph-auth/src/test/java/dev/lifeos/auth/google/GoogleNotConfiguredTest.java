package dev.lifeos.auth.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.AuthTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where nobody has told Google of this platform. */
class GoogleNotConfiguredTest extends AuthTest {

  @Test
  void what_needs_google_says_so() {
    var answer =
        mutate(
                graph,
                "startOAuth",
                Map.of("provider", "GOOGLE", "purpose", "SIGN_IN"),
                "authorizationUrl errors { code path }")
            .ok();
    assertThat(answer.data("startOAuth.errors.0.code")).isEqualTo("PROVIDER_NOT_AVAILABLE");
    assertThat(answer.data("startOAuth.authorizationUrl")).isNull();
  }
}
