package dev.lifeos.health.vital;

import static dev.lifeos.starter.error.UserErrorCode.CONFLICT;
import static dev.lifeos.starter.error.UserErrorCode.NOT_FOUND;
import static dev.lifeos.starter.error.UserErrorCode.REQUIRED;

import dev.lifeos.starter.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects and deletes single vitals of one person. */
@Service
class VitalEditor {

  private final VitalRepository vitals;
  private final ReadingRules rules;
  private final Metadata metadata;
  private final Clock clock;

  VitalEditor(VitalRepository vitals, ReadingRules rules, Metadata metadata, Clock clock) {
    this.vitals = vitals;
    this.rules = rules;
    this.metadata = metadata;
    this.clock = clock;
  }

  @Transactional
  Vital update(UUID owner, UpdateVitalInput input) {
    var vital = vitals.findByIdAndUserId(input.id(), owner).orElseThrow(VitalEditor::missing);
    vital.correct(
        corrected(vital.reading(), input), clock.instant().truncatedTo(ChronoUnit.MICROS));
    try {
      vitals.flush();
    } catch (OptimisticLockingFailureException changed) {
      throw InvalidInput.of(CONFLICT, "The vital has changed meanwhile.", "input", "id");
    } catch (DataIntegrityViolationException taken) {
      throw InvalidInput.of(
          CONFLICT,
          "There is a vital of this type and source at that time already.",
          "input",
          "recordedAt");
    }
    return vital.toVital(metadata);
  }

  @Transactional
  UUID delete(UUID owner, UUID id) {
    if (vitals.deleteOwn(id, owner) == 0) {
      throw missing();
    }
    return id;
  }

  private Reading corrected(Reading old, UpdateVitalInput input) {
    var problems = Problems.in("input");
    var start =
        input.recordedAt() == null
            ? old.recordedAt()
            : rules.time(input.recordedAt(), "recordedAt", problems);
    var corrected =
        new Reading(
            old.type(),
            value(old, input, problems),
            old.source(),
            start,
            end(old, input, start, problems),
            old.utcOffsetMinutes(),
            metadata(old, input, problems));
    problems.throwIfAny();
    return corrected;
  }

  private BigDecimal value(Reading old, UpdateVitalInput input, Problems problems) {
    if (input.value() != null) {
      return rules.value(old.type(), input.value(), input.unit(), problems);
    }
    if (input.unit() != null) {
      problems.add(REQUIRED, "A unit needs a value.", "value");
    }
    return old.value();
  }

  private @Nullable Instant end(
      Reading old, UpdateVitalInput input, Instant start, Problems problems) {
    var end = input.endedAt() == null ? old.endedAt() : input.endedAt().orElse(null);
    return rules.end(end, start, problems);
  }

  private @Nullable String metadata(Reading old, UpdateVitalInput input, Problems problems) {
    return input.metadata() == null
        ? old.metadata()
        : rules.metadata(input.metadata().orElse(null), problems);
  }

  private static InvalidInput missing() {
    return InvalidInput.of(NOT_FOUND, "There is no such vital.", "input", "id");
  }
}
