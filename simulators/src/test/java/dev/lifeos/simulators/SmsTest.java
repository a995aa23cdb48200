package dev.lifeos.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SmsTest extends SimulatorTest {
  private static final String ACCOUNT = "AC11112222333344445555666677778888";
  private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
  private static final String FROM = "+15005550006";

  @Test
  void a_message_is_taken_and_can_be_read() {
    String to = number();
    Web.Answer answer = send(Map.of("To", to, "From", FROM, "Body", "Your code is 123 456"));
    JsonNode message = answer.json();

    assertThat(answer.status()).isEqualTo(201);
    assertThat(message.path("sid").asString()).matches("SM[0-9a-f]{32}");
    assertThat(message.path("status").asString()).isEqualTo("queued");
    assertThat(message.path("direction").asString()).isEqualTo("outbound-api");
    assertThat(message.path("account_sid").asString()).isEqualTo(ACCOUNT);
    assertThat(message.path("num_segments").asString()).isEqualTo("1");
    assertThat(message.path("date_created").asString())
        .matches("\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} \\+0000");
    assertThat(message.path("error_code").isNull()).isTrue();
    JsonNode read = web().get("/sms/api/messages?to=" + Web.encoded(to)).json();
    assertThat(read).hasSize(1);
    assertThat(read.at("/0/body").asString()).isEqualTo("Your code is 123 456");
    assertThat(web().get("/sms/").body()).contains("Your code is 123 456", to);
  }

  @Test
  void it_is_delivered_a_little_later() {
    String sid =
        send(Map.of("To", number(), "From", FROM, "Body", "Hello")).json().path("sid").asString();

    awaitStatus(sid, "delivered");
  }

  @Test
  void a_handset_that_is_off_gets_nothing() {
    String sid =
        send(Map.of("To", "+15005550008", "From", FROM, "Body", "Hello"))
            .json()
            .path("sid")
            .asString();

    assertThat(awaitStatus(sid, "undelivered").path("error_code").asInt()).isEqualTo(30003);
  }

  @Test
  void whoever_asked_hears_of_the_status_with_a_signature() throws Exception {
    try (Receiver receiver = new Receiver()) {
      send(
          Map.of(
              "To", number(), "From", FROM, "Body", "Hello", "StatusCallback", receiver.address()));
      Receiver.Message sent = receiver.next();
      Receiver.Message delivered = receiver.next();

      assertThat(sent.body()).contains("MessageStatus=sent", "AccountSid=" + ACCOUNT);
      assertThat(delivered.body()).contains("MessageStatus=delivered");
      assertThat(Base64.getDecoder().decode(sent.header("X-Twilio-Signature"))).hasSize(20);
    }
  }

  @Test
  void mistakes_are_told_as_twilio_tells_them() {
    assertMistake(Map.of("From", FROM, "Body", "Hello"), 21604);
    assertMistake(Map.of("To", number(), "Body", "Hello"), 21603);
    assertMistake(Map.of("To", number(), "From", FROM), 21602);
    assertMistake(Map.of("To", number(), "From", FROM, "Body", "x".repeat(1601)), 21617);
    assertMistake(Map.of("To", "12", "From", FROM, "Body", "Hello"), 21211);
    assertMistake(Map.of("To", "+15005550001", "From", FROM, "Body", "Hello"), 21211);
    assertMistake(Map.of("To", "+15005550009", "From", FROM, "Body", "Hello"), 21614);
    assertMistake(Map.of("To", "+15005550004", "From", FROM, "Body", "Hello"), 21610);
    assertMistake(Map.of("To", number(), "From", "+15005550001", "Body", "Hello"), 21212);
  }

  @Test
  void without_the_accounts_password_nothing_is_sent() {
    Map<String, String> form = Map.of("To", number(), "From", FROM, "Body", "Hello");
    Web.Answer none = web().form(MESSAGES, form);
    Web.Answer wrong = web().form(MESSAGES, form, "authorization", basic("guessed"));
    Web.Answer elsewhere =
        web()
            .form(
                MESSAGES.replace("AC1", "AC9"), form, "authorization", basic("twilio-test-token"));

    assertThat(none.status()).isEqualTo(401);
    assertThat(none.json().path("code").asInt()).isEqualTo(20003);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(elsewhere.status()).isEqualTo(404);
    assertThat(web().get(MESSAGES).status()).isEqualTo(401);
  }

  @Test
  void messages_are_listed_page_by_page() {
    String to = number();
    for (int i = 0; i < 3; i++) {
      send(Map.of("To", to, "From", FROM, "Body", "Number " + i));
    }
    JsonNode first = get(MESSAGES + "?PageSize=2").json();

    assertThat(first.path("messages")).hasSize(2);
    assertThat(first.at("/messages/0/body").asString()).isEqualTo("Number 2");
    assertThat(first.path("next_page_uri").asString()).contains("Page=1");
    assertThat(get(first.path("next_page_uri").asString()).json().at("/messages/0/body").asString())
        .isEqualTo("Number 0");
  }

  private JsonNode awaitStatus(String sid, String status) {
    String path = MESSAGES.replace(".json", "/" + sid + ".json");
    return Awaitility.await()
        .until(() -> get(path).json(), json -> json.path("status").asString().equals(status));
  }

  private Web.Answer send(Map<String, String> form) {
    return web().form(MESSAGES, new HashMap<>(form), "authorization", basic("twilio-test-token"));
  }

  private Web.Answer get(String path) {
    return web().get(path, "authorization", basic("twilio-test-token"));
  }

  private void assertMistake(Map<String, String> form, int code) {
    Web.Answer answer = send(form);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asInt()).isEqualTo(code);
    assertThat(answer.json().path("status").asInt()).isEqualTo(400);
    assertThat(answer.json().path("message").asString()).isNotEmpty();
    assertThat(answer.json().path("more_info").asString()).endsWith("/" + code);
  }

  private static String basic(String password) {
    byte[] pair = (ACCOUNT + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static String number() {
    return "+4915112%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
  }
}
