package dev.lifeos.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.launcher.Failure;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DemoDataTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-10T18:00:00Z"), ZoneOffset.UTC);
  private static final DemoPerson PERSON = DemoPerson.with("secret");
  private static final String NO_MONEY =
      """
      {"data":{"me":{"accounts":[],"transactions":{"edges":[]}}}}\
      """;
  private static final String OPENED =
      """
      {"data":{"createManualAccount":{"account":{"id":"new"},"errors":[]}}}\
      """;

  @Test
  void aYearOfVitalsIsSentInBatchesOldestFirst() throws IOException {
    try (FakeRouter router = new FakeRouter()) {
      int recorded = new DemoHealth(router.client(), PERSON, CLOCK).record();

      List<String> times =
          router.asked("RecordVitals").stream()
              .flatMap(request -> request.variables().at("/input/vitals").valueStream())
              .map(vital -> vital.path("recordedAt").asString())
              .toList();
      assertThat(times).hasSize(recorded).isSorted();
      assertThat(times.getFirst()).startsWith("2025-03-0");
      assertThat(router.asked("RecordVitals"))
          .allMatch(request -> request.variables().at("/input/vitals").size() <= 1000);
    }
  }

  @Test
  void vitalsGoOnWhereTheyWereInterrupted() throws IOException {
    try (FakeRouter router = new FakeRouter()) {
      router.answers(
          "NewestVital",
          """
          {"data":{"me":{"vitals":{"edges":[{"node":{"recordedAt":"2026-03-08T06:40:00Z"}}]}}}}\
          """);

      new DemoHealth(router.client(), PERSON, CLOCK).record();

      assertThat(router.asked("RecordVitals")).hasSize(1);
      assertThat(
              router.asked("RecordVitals").getFirst().variables().at("/input/vitals").valueStream())
          .allMatch(vital -> vital.path("recordedAt").asString().compareTo("2026-03-06T") > 0);
    }
  }

  @Test
  void transactionsGoInBatchesOfWholeDays() throws IOException {
    try (FakeRouter router = new FakeRouter()) {
      router.answers("MoneySoFar", NO_MONEY).answers("CreateManualAccount", OPENED);

      new DemoMoney(router.client(), PERSON, CLOCK).record();

      List<List<LocalDate>> batches =
          router.asked("RecordTransactions").stream().map(DemoDataTest::days).toList();
      assertThat(router.asked("CreateManualAccount")).hasSize(3);
      assertThat(batches).hasSizeGreaterThan(1).allMatch(batch -> batch.size() <= 500);
      assertThat(batches.get(0).getLast()).isBefore(batches.get(1).getFirst());
      assertThat(batches.getLast().getLast()).isBefore(LocalDate.of(2026, 3, 10));
    }
  }

  @Test
  void aSecondRunOpensNoAccountAndRecordsOnlyTheDaysSince() throws IOException {
    try (FakeRouter router = new FakeRouter()) {
      router.answers(
          "MoneySoFar",
          """
          {"data":{"me":{
            "accounts":[{"id":"1","name":"Everyday account"},{"id":"2","name":"Rainy-day savings"},{"id":"3","name":"Credit card"}],
            "transactions":{"edges":[{"node":{"date":"2026-03-04"}}]}}}}\
          """);

      new DemoMoney(router.client(), PERSON, CLOCK).record();

      assertThat(router.asked("CreateManualAccount")).isEmpty();
      assertThat(router.asked("RecordTransactions")).hasSize(1);
      assertThat(days(router.asked("RecordTransactions").getFirst()))
          .allMatch(day -> day.isAfter(LocalDate.of(2026, 3, 4)));
    }
  }

  @Test
  void aRefusalIsShownWithItsCodeAndPlace() throws IOException {
    try (FakeRouter router = new FakeRouter()) {
      router.answers(
          "RecordVitals",
          """
          {"data":{"recordVitals":{"errors":[{"code":"OUT_OF_RANGE","message":"Too high.","path":["input","vitals","3"]}]}}}\
          """);

      assertThatThrownBy(() -> router.client().mutate("recordVitals", Map.of()))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("Too high. (OUT_OF_RANGE at [\"input\",\"vitals\",\"3\"])");
    }
  }

  @Test
  void aFaultIsShownWithItsCode() throws IOException {
    try (FakeRouter router = new FakeRouter()) {
      router.answers(
          "Dashboard",
          """
          {"errors":[{"message":"Log in first.","extensions":{"code":"UNAUTHENTICATED"}}]}\
          """);

      assertThatThrownBy(() -> router.client().send("dashboard", Map.of()))
          .isInstanceOf(Failure.class)
          .hasMessage("dashboard failed: Log in first. UNAUTHENTICATED");
    }
  }

  @Test
  void aRouterThatIsNotThereIsSaidSo() throws IOException {
    GraphQlClient client;
    try (FakeRouter router = new FakeRouter()) {
      client = router.client();
    }

    assertThatThrownBy(() -> client.send("dashboard", Map.of()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("does not answer");
  }

  private static List<LocalDate> days(FakeRouter.Request request) {
    return request
        .variables()
        .at("/input/transactions")
        .valueStream()
        .map(transaction -> transaction.path("date"))
        .map(JsonNode::asString)
        .map(LocalDate::parse)
        .toList();
  }
}
