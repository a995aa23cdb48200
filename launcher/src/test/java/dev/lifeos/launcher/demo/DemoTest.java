package dev.lifeos.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DemoTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-10T18:00:00Z"), ZoneOffset.UTC);
  private static final String DASHBOARD =
      """
      {"data":{"me":{"fullName":"Dana Demo",
        "vitals":{"edges":[{"node":{"type":"STEPS","value":"8123","unit":"{steps}","recordedAt":"2026-03-09T23:00:00Z"}}]},
        "transactions":{"edges":[{"node":{"amount":{"amount":"-4.20","currency":"EUR"},"merchantName":"Morning Coffee","date":"2026-03-09"}}]},
        "progress":{"edges":[{"node":{"course":{"title":"Sleep well"},"percent":"100.00","completed":true}}]},
        "notifications":null}}}\
      """;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aNewPersonIsRegisteredAndGetsAllOfTheYear() throws IOException {
    try (FakeRouter router = router("null")) {
      run(router);

      assertThat(router.asked("RegisterUser")).hasSize(1);
      assertThat(router.asked("VerifyEmail").getFirst().variables().at("/input/token").asString())
          .isEqualTo("a-b_c");
      assertThat(router.asked("VerifyEmail").getFirst().variables().at("/input/password"))
          .isEqualTo(router.asked("RegisterUser").getFirst().variables().at("/input/password"));
      assertThat(router.asked("RecordVitals"))
          .isNotEmpty()
          .allMatch(request -> request.authorization().equals("Bearer new"));
      assertThat(router.asked("Enroll")).hasSize(1);
      assertThat(router.asked("CompleteLesson")).hasSize(2);
      assertThat(router.asked("RecordLearningSession")).hasSizeGreaterThan(50);
      assertThat(router.asked("SendNotification"))
          .hasSize(Notice.ALL.size())
          .allMatch(request -> request.authorization().equals("Bearer admin"));
      assertThat(router.asked("MarkRead").getFirst().authorization()).isEqualTo("Bearer new");
    }
  }

  @Test
  void aPersonWhoIsThereIsNotRegisteredAgain() throws IOException {
    try (FakeRouter router = router("{\"accessToken\":\"old\"}")) {
      run(router);

      assertThat(router.asked("RegisterUser")).isEmpty();
      assertThat(said.toString(StandardCharsets.UTF_8)).contains("exists already");
    }
  }

  @Test
  void aPersonWithAnotherPasswordIsNotMadeAnew() throws IOException {
    try (FakeRouter router = router("null")) {
      router.mailsAfterRegistration(mail("You have an account already."));

      assertThatThrownBy(() -> run(router))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("registered already");
    }
  }

  @Test
  void theDashboardIsReadableEvenWhereASubgraphIsDown() throws IOException {
    try (FakeRouter router = router("{\"accessToken\":\"old\"}")) {
      new DashboardView(terminal()).print(run(router));

      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains(
              "The dashboard of Dana Demo", "Morning Coffee", "-4.20 EUR", "100.00% completed")
          .contains("Notifications, - unread");
    }
  }

  private JsonNode run(FakeRouter router) {
    return new Demo(router.client(), router.mailBox(), terminal(), CLOCK)
        .run(DemoPerson.with("secret"), "admin@lifeos.local", "admin-secret");
  }

  private Terminal terminal() {
    return new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), false);
  }

  private static String mail(String text) {
    return "[{\"id\":\"1\",\"text\":\"%s\"}]".formatted(text);
  }

  private static FakeRouter router(String demoSession) throws IOException {
    return new FakeRouter()
        .answersEmail(
            "Login",
            "demo@lifeos.local",
            "{\"data\":{\"login\":{\"session\":%s,\"errors\":[]}}}".formatted(demoSession))
        .answersEmail(
            "Login",
            "admin@lifeos.local",
            "{\"data\":{\"login\":{\"session\":{\"accessToken\":\"admin\"},\"errors\":[]}}}")
        .answers("RegisterUser", "{\"data\":{\"registerUser\":{\"errors\":[]}}}")
        .answers(
            "VerifyEmail",
            "{\"data\":{\"verifyEmail\":{\"session\":{\"accessToken\":\"new\"},\"errors\":[]}}}")
        .mailsAfterRegistration(
            mail("Open http://localhost:3000/account/verify-email#token=a-b_c."))
        .answers("WhoAmI", "{\"data\":{\"me\":{\"id\":\"1\"}}}")
        .answers(
            "Catalogue",
            """
            {"data":{"courses":{"edges":[{"node":{"id":"c","modules":[{"lessons":[{"id":"l1"},{"id":"l2"}]}]}}]}}}\
            """)
        .answers(
            "SendNotification",
            "{\"data\":{\"sendNotification\":{\"notification\":{\"id\":\"n\"},\"errors\":[]}}}")
        .answers("Dashboard", DASHBOARD);
  }
}
