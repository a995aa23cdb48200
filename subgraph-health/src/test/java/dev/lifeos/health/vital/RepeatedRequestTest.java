package dev.lifeos.health.vital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.health.HealthTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class RepeatedRequestTest extends HealthTest {

  private static final Map<String, Object> WEIGHT = vital("WEIGHT", "70.5", "2026-03-01T12:00:00Z");

  @Autowired private JdbcClient jdbc;
  @Autowired private VitalRequests requests;

  @Test
  void aKeyThatIsSentAgainChangesNothing() {
    var first = tryToRecord(ann, "k1", List.of(WEIGHT)).ok().at("recordVitals");
    record(ann, with(WEIGHT, "value", "72"));

    var again = tryToRecord(ann, "k1", List.of(WEIGHT)).ok().at("recordVitals");

    assertThat(again.path("recorded")).isEqualTo(first.path("recorded"));
    assertThat(again.path("updated")).isEqualTo(first.path("updated"));
    assertThat(texts(again.path("vitals"), "id")).isEqualTo(texts(first.path("vitals"), "id"));
    assertThat(texts(vitals(ann), "value")).containsExactly("72");
  }

  @Test
  void aKeyStandsForOneRequestOnly() {
    tryToRecord(ann, "k1", List.of(WEIGHT)).ok();

    var other =
        tryToRecord(ann, "k1", List.of(with(WEIGHT, "value", "99"))).ok().at("recordVitals");

    assertThat(errors(other)).containsExactly("CONFLICT input.idempotencyKey");
    assertThat(texts(vitals(ann), "value")).containsExactly("70.5");
  }

  @Test
  void aKeyIsThePersonsOwn() {
    tryToRecord(ann, "k1", List.of(WEIGHT)).ok();
    var bobs = with(WEIGHT, "value", "99");

    var payload = tryToRecord(bob, "k1", List.of(bobs)).ok().at("recordVitals");

    assertThat(errors(payload)).isEmpty();
    assertThat(texts(vitals(bob), "value")).containsExactly("99");
  }

  @Test
  void aRequestThatWasRefusedDoesNotUseUpItsKey() {
    tryToRecord(ann, "k1", List.of(with(WEIGHT, "value", "9999"))).ok();

    var payload = tryToRecord(ann, "k1", List.of(WEIGHT)).ok().at("recordVitals");

    assertThat(errors(payload)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "nul\u0000", "ä"})
  void aKeyIsPrintable(String key) {
    var payload = tryToRecord(ann, key, List.of(WEIGHT)).ok().at("recordVitals");

    assertThat(errors(payload)).containsExactly("INVALID input.idempotencyKey");
  }

  @Test
  void aKeyHasAHundredCharactersAtMost() {
    var payload = tryToRecord(ann, "k".repeat(101), List.of(WEIGHT)).ok().at("recordVitals");

    assertThat(errors(payload)).containsExactly("INVALID input.idempotencyKey");
    assertThat(errors(tryToRecord(ann, "k".repeat(100), List.of(WEIGHT)).ok().at("recordVitals")))
        .isEmpty();
  }

  @Test
  void theSameRequestSentTwiceAtOnceLeavesOneCopy() throws Exception {
    var batch = IntStream.range(10, 60).mapToObj(this::minute).toList();
    var reversed = new ArrayList<>(batch);
    Collections.reverse(reversed);

    var payloads =
        atOnce(
            List.of(
                () -> record(ann, batch), () -> record(ann, reversed),
                () -> record(ann, batch), () -> record(ann, reversed)));

    var recorded = payloads.stream().mapToInt(payload -> payload.path("recorded").asInt()).sum();
    assertThat(recorded).isEqualTo(50);
    assertThat(vitals(ann)).hasSize(50);
  }

  @Test
  void theSameKeySentTwiceAtOnceIsCarriedOutOnce() throws Exception {
    var batch = IntStream.range(10, 60).mapToObj(this::minute).toList();
    Callable<JsonNode> request = () -> tryToRecord(ann, "k1", batch).ok().at("recordVitals");

    var payloads = atOnce(List.of(request, request, request, request));

    assertThat(payloads).allSatisfy(payload -> assertThat(payload).isEqualTo(payloads.getFirst()));
    assertThat(payloads.getFirst().path("recorded").asInt()).isEqualTo(50);
    assertThat(vitals(ann)).hasSize(50);
  }

  @Test
  void keysAreForgottenAfterAWeek() {
    tryToRecord(ann, "new", List.of(WEIGHT)).ok();
    tryToRecord(ann, "old", List.of(WEIGHT)).ok();
    jdbc.sql(
            "UPDATE vital_request SET created_at = created_at - interval '8 days'"
                + " WHERE user_id = :ann AND idempotency_key = 'old'")
        .param("ann", ann)
        .update();

    requests.forgetOld();

    assertThat(
            jdbc.sql("SELECT idempotency_key FROM vital_request WHERE user_id = :ann")
                .param("ann", ann)
                .query(String.class)
                .list())
        .containsExactly("new");
  }

  private Map<String, Object> minute(int minute) {
    return vital("HEART_RATE", 60, "2026-03-01T12:" + minute + ":00Z");
  }
}
