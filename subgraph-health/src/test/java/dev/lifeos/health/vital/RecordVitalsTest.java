package dev.lifeos.health.vital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.health.HealthTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordVitalsTest extends HealthTest {

  private static final String NOON = "2026-03-01T12:00:00Z";
  private static final Map<String, Object> WEIGHT = vital("WEIGHT", "70.5", NOON);

  @Test
  void aVitalIsKeptAsItWasSent() {
    var sent =
        Map.<String, Object>of(
            "type", "STEPS",
            "value", 812,
            "source", "WEARABLE",
            "recordedAt", "2026-03-01T07:30:00.123456+01:00",
            "endedAt", "2026-03-01T08:30:00+01:00",
            "utcOffsetMinutes", 60,
            "metadata", Map.of("device", "Band 3", "laps", List.of(1, 2.5, true)));

    var recorded = record(ann, sent);

    assertThat(vitals(ann)).containsExactly(recorded);
    assertThat(texts(List.of(recorded), "value")).containsExactly("812");
    assertThat(recorded.path("unit").asString()).isEqualTo("{steps}");
    assertThat(recorded.path("source").asString()).isEqualTo("WEARABLE");
    assertThat(recorded.path("recordedAt").asString()).isEqualTo("2026-03-01T06:30:00.123456Z");
    assertThat(recorded.path("endedAt").asString()).isEqualTo("2026-03-01T07:30:00Z");
    assertThat(recorded.path("utcOffsetMinutes").asInt()).isEqualTo(60);
    assertThat(recorded.path("metadata").path("device").asString()).isEqualTo("Band 3");
    assertThat(recorded.path("metadata").path("laps").toString()).isEqualTo("[1,2.5,true]");
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    var recorded = record(ann, WEIGHT);

    assertThat(recorded.path("unit").asString()).isEqualTo("kg");
    assertThat(recorded.path("source").asString()).isEqualTo("MANUAL");
    assertThat(recorded.path("endedAt").isNull()).isTrue();
    assertThat(recorded.path("utcOffsetMinutes").isNull()).isTrue();
    assertThat(recorded.path("metadata").isNull()).isTrue();
  }

  @Test
  void aThousandAreOneInsertAndComeBackInTheirOrder() {
    var thousand = IntStream.range(0, 1_000).mapToObj(i -> minute(999 - i)).toList();

    var statements = sql.during(() -> record(ann, thousand));

    assertThat(statements).isEqualTo(1);
    var again = record(ann, thousand);
    assertThat(again.path("recorded").asInt()).isZero();
    assertThat(again.path("updated").asInt()).isEqualTo(1_000);
    assertThat(texts(again.path("vitals"), "recordedAt"))
        .isEqualTo(thousand.stream().map(vital -> vital.get("recordedAt")).toList());
  }

  @Test
  void whoDoesNotAskForTheVitalsGetsTheSameCounts() {
    record(ann, minute(0));
    var counted =
        "mutation ($input: RecordVitalsInput!) { recordVitals(input: $input) { recorded updated } }";

    var payload =
        send(
                ann,
                counted,
                Map.of("input", Map.of("vitals", List.of(minute(0), minute(1), minute(2)))))
            .ok()
            .at("recordVitals");

    assertThat(payload.path("recorded").asInt()).isEqualTo(2);
    assertThat(payload.path("updated").asInt()).isEqualTo(1);
    assertThat(vitals(ann)).hasSize(3);
  }

  @Test
  void aThousandAndOneAreTooMany() {
    var tooMany = IntStream.range(0, 1_001).mapToObj(RecordVitalsTest::minute).toList();

    var payload = tryToRecord(ann, tooMany).ok().at("recordVitals");

    assertThat(errors(payload)).containsExactly("TOO_MANY input.vitals");
    assertThat(payload.path("vitals").isNull()).isTrue();
    assertThat(vitals(ann)).isEmpty();
  }

  private static Map<String, Object> minute(int minute) {
    return vital("HEART_RATE", 60, Instant.parse(NOON).plus(minute, ChronoUnit.MINUTES).toString());
  }

  @Test
  void noneAreTooFew() {
    var payload = tryToRecord(ann, List.of()).ok().at("recordVitals");

    assertThat(errors(payload)).containsExactly("REQUIRED input.vitals");
  }

  @Test
  void oneBadVitalKeepsTheWholeBatchOutAndEveryMistakeIsNamed() {
    var payload =
        tryToRecord(
                ann,
                List.of(
                    WEIGHT,
                    vital("HEART_RATE", 900, NOON),
                    with(vital("STEPS", 5, "1899-12-31T23:59:59Z"), "utcOffsetMinutes", 900),
                    with(vital("WATER", 1, NOON), "unit", "cup")))
            .ok()
            .at("recordVitals");

    assertThat(errors(payload))
        .containsExactly(
            "OUT_OF_RANGE input.vitals.1.value",
            "OUT_OF_RANGE input.vitals.2.recordedAt",
            "OUT_OF_RANGE input.vitals.2.utcOffsetMinutes",
            "INVALID input.vitals.3.unit");
    assertThat(payload.path("vitals").isNull()).isTrue();
    assertThat(payload.path("recorded").isNull()).isTrue();
    assertThat(vitals(ann)).isEmpty();
  }

  @Test
  void atMostAHundredMistakesAreListed() {
    var bad = IntStream.range(0, 300).mapToObj(i -> with(minute(i), "value", 1)).toList();

    var payload = tryToRecord(ann, bad).ok().at("recordVitals");

    assertThat(payload.path("errors")).hasSize(100);
  }

  @Test
  void aTimeMayBeADayAheadAndNoMore() {
    var now = Instant.now();
    var soon = vital("MOOD", 7, now.plus(23, ChronoUnit.HOURS).toString());
    var later = vital("MOOD", 7, now.plus(25, ChronoUnit.HOURS).toString());
    var first = vital("MOOD", 7, "1900-01-01T00:00:00Z");

    record(ann, List.of(soon, first));
    var payload = tryToRecord(ann, List.of(later)).ok().at("recordVitals");

    assertThat(errors(payload)).containsExactly("OUT_OF_RANGE input.vitals.0.recordedAt");
    assertThat(vitals(ann)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-01T11:59:59Z", "2026-03-03T12:00:01Z"})
  void anEndLiesUpTo48HoursAfterTheBeginning(String end) {
    var steps = vital("STEPS", 10, NOON);
    record(ann, with(steps, "endedAt", "2026-03-03T12:00:00Z"));

    var payload = tryToRecord(ann, List.of(with(steps, "endedAt", end))).ok().at("recordVitals");

    assertThat(errors(payload)).containsExactly("OUT_OF_RANGE input.vitals.0.endedAt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-Infinity",
        "",
        " ",
        "0x10",
        "1e999999999",
        "1e-999999999",
        "12,5",
        "١٢x"
      })
  void whatIsNoNumberIsRefused(String value) {
    var answer = tryToRecord(ann, List.of(vital("STEPS", value, NOON)));

    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(vitals(ann)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "99999999", "1e18", "99999999999999999999999999999999999999"})
  void aNumberThatIsNotPlausibleIsRefused(String value) {
    var payload = tryToRecord(ann, List.of(vital("STEPS", value, NOON))).ok().at("recordVitals");

    assertThat(errors(payload)).containsExactly("OUT_OF_RANGE input.vitals.0.value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-03-01", "2026-02-30T00:00:00Z", "2026-03-01T12:00:00"})
  void whatIsNoInstantIsRefused(String time) {
    var answer = tryToRecord(ann, List.of(vital("STEPS", 1, time)));

    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void anUnknownTypeOrFieldIsRefused() {
    var type = tryToRecord(ann, List.of(vital("LUCK", 1, NOON)));
    var field = tryToRecord(ann, List.of(with(WEIGHT, "colour", "red")));

    assertThat(type.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(field.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void metadataMayHave4096BytesAndNoMore() {
    // {"note":"…"} has eleven bytes around the text; an umlaut has two.
    var fits = with(WEIGHT, "metadata", Map.of("note", "ä".repeat(2_042)));
    var tooLong = with(WEIGHT, "metadata", Map.of("note", "ä".repeat(2_043)));

    record(ann, fits);
    var payload = tryToRecord(ann, List.of(tooLong)).ok().at("recordVitals");

    assertThat(errors(payload)).containsExactly("TOO_LONG input.vitals.0.metadata");
  }

  @Test
  void metadataIsAnObject() {
    for (var value : List.of("text", 5, true, List.of(1, 2))) {
      var payload =
          tryToRecord(ann, List.of(with(WEIGHT, "metadata", value))).ok().at("recordVitals");

      assertThat(errors(payload)).containsExactly("INVALID input.vitals.0.metadata");
    }
  }

  @Test
  void metadataMayHoldWhateverJsonMay() {
    var odd = Map.of("nul", "a\u0000b", "emoji", "💪", "long", new java.math.BigDecimal("1e400"));

    var recorded = record(ann, with(WEIGHT, "metadata", odd));

    assertThat(recorded.path("metadata").path("nul").asString()).isEqualTo("a\u0000b");
    assertThat(recorded.path("metadata").path("emoji").asString()).isEqualTo("💪");
    assertThat(vitals(ann)).containsExactly(recorded);
  }

  @Test
  void theSameReadingOfTheSameSourceIsReplaced() {
    var first = record(ann, WEIGHT);
    var payload = record(ann, List.of(with(WEIGHT, "value", "71"), vital("MOOD", 5, NOON)));

    assertThat(payload.path("recorded").asInt()).isEqualTo(1);
    assertThat(payload.path("updated").asInt()).isEqualTo(1);
    assertThat(payload.path("vitals").path(0).path("id")).isEqualTo(first.path("id"));
    assertThat(texts(vitals(ann), "value")).containsExactlyInAnyOrder("71", "5");
  }

  @Test
  void anotherSourceTimeOrTypeIsAnotherReading() {
    record(
        ann,
        List.of(
            WEIGHT,
            with(WEIGHT, "source", "IMPORT"),
            with(WEIGHT, "recordedAt", "2026-03-01T12:00:00.000001Z"),
            with(WEIGHT, "type", "BODY_FAT")));

    assertThat(vitals(ann)).hasSize(4);
  }

  @Test
  void aBatchThatNamesAReadingTwiceIsRefused() {
    // Differs by less than what is kept.
    var twin = with(WEIGHT, "recordedAt", "2026-03-01T12:00:00.000000900Z");

    var payload =
        tryToRecord(ann, List.of(WEIGHT, vital("MOOD", 5, NOON), twin)).ok().at("recordVitals");

    assertThat(errors(payload)).containsExactly("ALREADY_EXISTS input.vitals.2.recordedAt");
    assertThat(vitals(ann)).isEmpty();
  }

  @Test
  void peopleDoNotReplaceEachOthersReadings() {
    record(ann, WEIGHT);
    record(bob, with(WEIGHT, "value", "90"));

    assertThat(texts(vitals(ann), "value")).containsExactly("70.5");
    assertThat(texts(vitals(bob), "value")).containsExactly("90");
  }
}
