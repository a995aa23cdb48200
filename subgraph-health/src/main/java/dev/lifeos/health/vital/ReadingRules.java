package dev.lifeos.health.vital;

import static dev.lifeos.starter.error.UserErrorCode.ALREADY_EXISTS;
import static dev.lifeos.starter.error.UserErrorCode.INVALID;
import static dev.lifeos.starter.error.UserErrorCode.OUT_OF_RANGE;
import static dev.lifeos.starter.error.UserErrorCode.TOO_LONG;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a measurement must be like to be kept. */
@Component
class ReadingRules {

  static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  static final Duration LONGEST = Duration.ofHours(48);
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Clock clock;
  private final Metadata metadata;

  ReadingRules(Clock clock, Metadata metadata) {
    this.clock = clock;
    this.metadata = metadata;
  }

  /** All of a batch, or {@code InvalidInput} with all that is wrong with it. */
  List<Reading> check(List<VitalInput> inputs) {
    var problems = Problems.in("input", "vitals");
    var readings = new ArrayList<Reading>();
    var places = new HashMap<Reading.Key, Integer>();
    for (int i = 0; i < inputs.size(); i++) {
      var reading = reading(inputs.get(i), problems.at(i));
      var twin = places.putIfAbsent(reading.key(), i);
      if (twin != null) {
        problems.at(i).add(ALREADY_EXISTS, sameAs(twin), "recordedAt");
      }
      readings.add(reading);
    }
    problems.throwIfAny();
    return readings;
  }

  private static String sameAs(int twin) {
    return "Item " + twin + " has the same type, time and source: send each reading once.";
  }

  private Reading reading(VitalInput input, Problems problems) {
    return new Reading(
        input.type(),
        value(input.type(), input.value(), input.unit(), problems),
        input.source(),
        time(input.recordedAt(), "recordedAt", problems),
        end(input.endedAt(), input.recordedAt(), problems),
        offset(input.utcOffsetMinutes(), problems),
        metadata(input.metadata(), problems));
  }

  BigDecimal value(VitalType type, BigDecimal value, @Nullable String code, Problems problems) {
    var unit = type.unit(code == null ? type.unit() : code).orElse(null);
    if (unit == null) {
      problems.add(INVALID, "The unit must be one of " + accepted(type) + " (UCUM).", "unit");
      return value;
    }
    var canonical = unit.toCanonical(value);
    if (!type.isPlausible(canonical)) {
      problems.add(OUT_OF_RANGE, "The value must be " + range(type) + ".", "value");
    }
    return canonical;
  }

  private static String accepted(VitalType type) {
    return type.units().stream().map(InputUnit::code).collect(Collectors.joining(", "));
  }

  private static String range(VitalType type) {
    return "between %s and %s %s"
        .formatted(type.min().toPlainString(), type.max().toPlainString(), type.unit());
  }

  // The database keeps microseconds: cut here, so that a reading is equal to what is stored of it.
  Instant time(Instant time, String field, Problems problems) {
    var tooLate = time.isAfter(clock.instant().plus(AHEAD));
    if (tooLate || time.isBefore(EARLIEST)) {
      problems.add(OUT_OF_RANGE, "The time must be between 1900 and a day from now.", field);
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  @Nullable Instant end(@Nullable Instant end, Instant start, Problems problems) {
    if (end == null) {
      return null;
    }
    if (end.isBefore(start) || end.isAfter(start.plus(LONGEST))) {
      problems.add(
          OUT_OF_RANGE, "The end must be after the beginning, by 48 hours at most.", "endedAt");
    }
    return time(end, "endedAt", problems);
  }

  private static @Nullable Integer offset(@Nullable Integer minutes, Problems problems) {
    if (minutes != null && (minutes < -720 || minutes > 840)) {
      problems.add(
          OUT_OF_RANGE, "The offset must be between -720 and 840 minutes.", "utcOffsetMinutes");
    }
    return minutes;
  }

  @Nullable String metadata(@Nullable Object value, Problems problems) {
    if (value == null) {
      return null;
    }
    var text = metadata.write(value);
    if (text == null) {
      problems.add(INVALID, "Metadata must be a JSON object.", "metadata");
    } else if (Metadata.isTooLong(text)) {
      problems.add(TOO_LONG, "Metadata may have 4096 bytes at most.", "metadata");
    }
    return text;
  }
}
