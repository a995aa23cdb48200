package dev.lifeos.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Tokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreakTest extends LearningTest {

  private static final String STREAK =
      "streak { current longest learnedToday atRisk lastActiveOn }";

  @AfterEach
  void back_to_noon() {
    clock.set("2026-06-15T12:00:00Z");
  }

  @Test
  void days_in_a_row_count_and_a_gap_breaks_them() {
    enroll(ann, COURSE).ok();
    for (var day : List.of("10", "11", "13", "14", "15")) {
      learn("2026-06-%sT08:00:00Z".formatted(day), "UTC");
    }
    var streak = user(ann, "UTC", STREAK).ok();
    assertThat(streak.data("_entities.0.streak.current")).isEqualTo("3");
    assertThat(streak.data("_entities.0.streak.longest")).isEqualTo("3");
    assertThat(streak.at("_entities.0.streak.learnedToday").asBoolean()).isTrue();
  }

  @Test
  void a_streak_is_at_risk_today_and_gone_tomorrow() {
    enroll(ann, COURSE).ok();
    learn("2026-06-14T08:00:00Z", "UTC");
    var today = user(ann, "UTC", STREAK).ok();
    assertThat(today.data("_entities.0.streak.current")).isEqualTo("1");
    assertThat(today.at("_entities.0.streak.atRisk").asBoolean()).isTrue();
    clock.set("2026-06-16T00:30:00Z");
    var tomorrow = user(ann, "UTC", STREAK).ok();
    assertThat(tomorrow.data("_entities.0.streak.current")).isEqualTo("0");
    assertThat(tomorrow.data("_entities.0.streak.longest")).isEqualTo("1");
    assertThat(tomorrow.at("_entities.0.streak.atRisk").asBoolean()).isFalse();
  }

  @Test
  void today_is_the_persons_own_day() {
    enroll(ann, COURSE).ok();
    learn("2026-06-14T23:30:00Z", "Europe/Berlin");
    clock.set("2026-06-15T20:00:00Z");
    assertThat(user(ann, "Europe/Berlin", STREAK).ok().data("_entities.0.streak.lastActiveOn"))
        .isEqualTo("2026-06-15");
    assertThat(learnedToday("Europe/Berlin")).isTrue();
    assertThat(learnedToday("Pacific/Kiritimati")).isFalse();
  }

  @Test
  void a_change_of_zone_never_cuts_history_again() {
    enroll(ann, COURSE).ok();
    learn("2026-06-13T23:30:00Z", "Asia/Tokyo");
    learn("2026-06-14T23:30:00Z", "Asia/Tokyo");
    var before = user(ann, "Asia/Tokyo", STREAK).ok().data("_entities.0.streak.longest");
    learn("2026-06-15T10:00:00Z", "America/Los_Angeles");
    assertThat(before).isEqualTo("2");
    var after = user(ann, "America/Los_Angeles", STREAK).ok();
    assertThat(after.data("_entities.0.streak.longest")).isEqualTo("2");
    assertThat(after.data("_entities.0.streak.lastActiveOn")).isEqualTo("2026-06-15");
  }

  @ParameterizedTest
  @CsvSource({
    "America/Los_Angeles, 2026-06-16T03:30:00Z, 2026-06-15",
    "Pacific/Kiritimati,  2026-06-15T10:30:00Z, 2026-06-16",
    "Mars/Olympus,        2026-06-15T23:30:00Z, 2026-06-15",
    "+14:00,              2026-06-15T23:30:00Z, 2026-06-15"
  })
  void without_a_zone_the_day_is_that_of_the_token(String zone, String now, String day) {
    clock.set(now);
    enroll(ann, COURSE).ok();
    var token = Tokens.personIn(ann, zone);
    var lesson = Map.of("lessonId", lessons(COURSE).getFirst());
    mutate(token, "completeLesson", lesson, "progress { id }").ok();
    assertThat(lastActiveOn()).isEqualTo(day);

    learn(token, now, Map.of());
    assertThat(lastActiveOn()).isEqualTo(day);
    assertThat(user(ann, "UTC", STREAK).ok().data("_entities.0.streak.longest")).isEqualTo("1");
  }

  @Test
  void a_streak_goes_on_from_evening_to_evening_in_los_angeles() {
    enroll(ann, COURSE).ok();
    for (var evening : List.of("2026-06-15T03:30:00Z", "2026-06-16T03:30:00Z")) {
      clock.set(evening);
      learn(Tokens.personIn(ann, "America/Los_Angeles"), evening, Map.of());
    }
    assertThat(learnedToday("America/Los_Angeles")).isTrue();
    assertThat(user(ann, "America/Los_Angeles", STREAK).ok().data("_entities.0.streak.current"))
        .isEqualTo("2");
  }

  @Test
  void the_zone_of_the_request_goes_before_that_of_the_token() {
    enroll(ann, COURSE).ok();
    var input =
        Map.of(
            "courseId",
            COURSE,
            "startedAt",
            "2026-06-15T11:00:00Z",
            "durationSeconds",
            60,
            "timeZone",
            "Pacific/Kiritimati");
    mutate(Tokens.personIn(ann, "UTC"), "recordLearningSession", input, "progress { id }").ok();
    assertThat(lastActiveOn()).isEqualTo("2026-06-16");
  }

  @Test
  void a_night_of_the_clock_change_does_not_break_a_streak() {
    clock.set("2026-03-30T12:00:00Z");
    enroll(ann, COURSE).ok();
    learn("2026-03-28T22:30:00Z", "Europe/Berlin");
    learn("2026-03-29T21:30:00Z", "Europe/Berlin");
    learn("2026-03-29T22:30:00Z", "Europe/Berlin");
    assertThat(user(ann, "Europe/Berlin", STREAK).ok().data("_entities.0.streak.current"))
        .isEqualTo("3");
  }

  @Test
  void achievements_are_earned_once() {
    enroll(ann, COURSE).ok();
    var lessons = lessons(COURSE);
    assertThat(kinds(complete(ann, lessons.getFirst()))).containsExactly("FIRST_LESSON");
    lessons.subList(1, 8).forEach(lesson -> assertThat(kinds(complete(ann, lesson))).isEmpty());
    assertThat(kinds(complete(ann, lessons.getLast()))).containsExactly("FIRST_COURSE");
    assertThat(kinds(complete(ann, lessons.getLast()))).isEmpty();
    for (var day = 1; day <= 7; day++) {
      learn("2026-06-0%dT08:00:00Z".formatted(day), "UTC");
    }
    var all = user(ann, "UTC", "achievements { kind earnedAt }").ok();
    assertThat(all.json().findValuesAsString("kind"))
        .containsExactlyInAnyOrder("FIRST_LESSON", "FIRST_COURSE", "STREAK_7");
  }

  @Test
  void nobody_has_learnt_anything_yet() {
    var answer = user(ann, "UTC", STREAK + " achievements { kind }").ok();
    assertThat(answer.data("_entities.0.streak.current")).isEqualTo("0");
    assertThat(answer.list("_entities.0.achievements")).isEmpty();
  }

  private @Nullable String lastActiveOn() {
    return user(ann, "UTC", STREAK).ok().data("_entities.0.streak.lastActiveOn");
  }

  private boolean learnedToday(String zone) {
    return user(ann, zone, STREAK).ok().at("_entities.0.streak.learnedToday").asBoolean();
  }

  private void learn(String endedAt, String zone) {
    learn(Tokens.person(ann), endedAt, Map.of("timeZone", zone));
  }

  private void learn(String token, String endedAt, Map<String, String> more) {
    var start = Instant.parse(endedAt).minusSeconds(60).toString();
    var input = new HashMap<String, Object>(more);
    input.putAll(Map.of("courseId", COURSE, "startedAt", start, "durationSeconds", 60));
    var answer = mutate(token, "recordLearningSession", input, "progress { id }").ok();
    assertThat(answer.list("recordLearningSession.errors")).isEmpty();
  }

  private static List<String> kinds(Answer completed) {
    return completed.ok().at("completeLesson.newAchievements").findValuesAsString("kind");
  }
}
