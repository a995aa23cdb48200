package dev.lifeos.learning.progress;

import dev.lifeos.learning.streak.Activity;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.ids.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person does in courses, each a transaction. */
@Service
class Learning {

  private static final Duration OLDEST = Duration.ofDays(366);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private final Enrolments enrolments;
  private final LearningWrites writes;
  private final ProgressReads reads;
  private final Activity activity;
  private final Clock clock;

  Learning(
      Enrolments enrolments,
      LearningWrites writes,
      ProgressReads reads,
      Activity activity,
      Clock clock) {
    this.enrolments = enrolments;
    this.writes = writes;
    this.reads = reads;
    this.activity = activity;
    this.clock = clock;
  }

  @Transactional
  Progress enroll(UUID person, UUID course) {
    if (enrolments.enrol(Ids.next(), person, course, clock.instant()) == 0) {
      throw InvalidInput.of(
          UserErrorCode.NOT_FOUND, "There is no such course.", "input", "courseId");
    }
    return progress(person, course);
  }

  @Transactional
  void leave(UUID person, UUID course) {
    enrolments
        .findByUserIdAndCourseId(person, course)
        .filter(EnrolmentEntity::isActive)
        .orElseThrow(() ->
            InvalidInput.of(
                UserErrorCode.NOT_FOUND,
                "You are not enrolled in this course.",
                "input",
                "courseId"))
        .leave(clock.instant());
  }

  @Transactional
  LearningPayload complete(UUID person, CompleteLessonInput input, ZoneId zone) {
    var now = clock.instant();
    var at = input.completedAt() == null ? now : input.completedAt();
    requireRecent(at, now, "completedAt");
    var course =
        writes
            .courseOf(input.lessonId())
            .orElseThrow(() ->
                InvalidInput.of(
                    UserErrorCode.NOT_FOUND, "There is no such lesson.", "input", "lessonId"));
    var enrolment = enrolled(person, course, "lessonId");
    if (!writes.complete(person, input.lessonId(), course, at)) {
      return new LearningPayload(progress(person, course), List.of(), List.of());
    }
    return learned(person, course, enrolment, at, zone);
  }

  @Transactional
  LearningPayload record(UUID person, RecordLearningSessionInput input, ZoneId zone) {
    var now = clock.instant();
    requireRecent(input.startedAt(), now, "startedAt");
    requireRecent(input.endedAt(), now, "durationSeconds");
    var enrolment = enrolled(person, input.courseId(), "courseId");
    writes.lock(person);
    if (writes.isRepeated(person, input)) {
      return new LearningPayload(progress(person, input.courseId()), List.of(), List.of());
    }
    writes.record(person, input);
    return learned(person, input.courseId(), enrolment, input.endedAt(), zone);
  }

  private LearningPayload learned(
      UUID person, UUID course, EnrolmentEntity enrolment, Instant at, ZoneId zone) {
    enrolment.active(at);
    enrolments.flush();
    var achieved = activity.happened(person, at, zone, clock.instant());
    return new LearningPayload(progress(person, course), achieved, List.of());
  }

  private EnrolmentEntity enrolled(UUID person, UUID course, String field) {
    return enrolments
        .findByUserIdAndCourseId(person, course)
        .filter(EnrolmentEntity::isActive)
        .orElseThrow(() ->
            InvalidInput.of(
                UserErrorCode.NOT_ALLOWED, "Enrol in the course first.", "input", field));
  }

  private Progress progress(UUID person, UUID course) {
    return reads.inCourse(person, course).orElseThrow();
  }

  private static void requireRecent(Instant at, Instant now, String field) {
    if (at.isBefore(now.minus(OLDEST)) || at.isAfter(now.plus(CLOCK_SKEW))) {
      throw InvalidInput.of(
          UserErrorCode.OUT_OF_RANGE,
          "It must lie within the last year, and not in the future.",
          "input",
          field);
    }
  }
}
