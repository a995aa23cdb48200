package dev.lifeos.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartTest extends SimulatorTest {

  @Test
  void the_first_page_leads_to_all_others() {
    String page = web().get("/").body();

    for (String path : List.of("/mail/", "/sms/", "/google/", "/calendar/")) {
      assertThat(page).contains("href=\"" + path + "\"");
      assertThat(web().get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(web().get("/simulators.css").status()).isEqualTo(200);
  }

  @Test
  void it_says_when_it_is_ready() {
    assertThat(web().get("/actuator/health/readiness").status()).isEqualTo(200);
  }

  @Test
  void no_page_and_no_answer_tells_a_secret() {
    for (String path :
        List.of("/", "/google/", "/calendar/", "/.well-known/openid-configuration")) {
      assertThat(web().get(path).body()).doesNotContain("google-test-secret", "twilio-test-token");
    }
  }
}
