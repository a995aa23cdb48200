package dev.lifeos.launcher.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Records the year of vitals; what is there already is not sent again. */
final class DemoHealth {
  private static final int BATCH = 1000;

  private final GraphQlClient client;
  private final DemoPerson person;
  private final Clock clock;

  DemoHealth(GraphQlClient client, DemoPerson person, Clock clock) {
    this.client = client;
    this.person = person;
    this.clock = clock;
  }

  /** Answers how many were recorded. */
  int record() {
    Instant now = clock.instant();
    List<Reading> missing =
        new HealthYear(person.seed(), person.zone()).since(firstMissingDay(now), now);
    for (int from = 0; from < missing.size(); from += BATCH) {
      send(missing.subList(from, Math.min(from + BATCH, missing.size())));
    }
    return missing.size();
  }

  // Batches go oldest first, so all before the newest is there; the newest day itself may be half
  // there.
  private LocalDate firstMissingDay(Instant now) {
    JsonNode newest = client.send("newestVital", Map.of()).at("/me/vitals/edges/0/node/recordedAt");
    return newest.isString()
        ? LocalDate.ofInstant(Instant.parse(newest.asString()), person.zone()).minusDays(1)
        : LocalDate.ofInstant(now, person.zone()).minusYears(1);
  }

  private void send(List<Reading> batch) {
    client.mutate("recordVitals", Map.of("vitals", batch.stream().map(Reading::input).toList()));
  }
}
