package dev.lifeos.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest extends LearningTest {

  private static final String PAGE =
      "progress(first: 2) { edges { node { id percent course { title } nextLesson { title } } } }";

  @Test
  void progress_is_derived_lesson_by_lesson() {
    enroll(ann, COURSE).ok();
    var lessons = lessons(COURSE);
    var first = complete(ann, lessons.getFirst()).ok();
    assertThat(first.data("completeLesson.progress.percent")).isEqualTo("11.11");
    assertThat(first.data("completeLesson.progress.nextLesson.title")).isEqualTo("Two clocks");
    lessons.subList(1, 8).forEach(lesson -> complete(ann, lesson).ok());
    var last = complete(ann, lessons.getLast()).ok();
    assertThat(last.data("completeLesson.progress.percent")).isEqualTo("100.00");
    assertThat(last.at("completeLesson.progress.completed").asBoolean()).isTrue();
    assertThat(last.data("completeLesson.progress.completedAt")).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(last.at("completeLesson.progress.nextLesson").isNull()).isTrue();
  }

  @Test
  void completing_twice_counts_once() {
    enroll(ann, COURSE).ok();
    var lesson = lessons(COURSE).getFirst();
    atOnce(10, () -> complete(ann, lesson));
    assertThat(user(ann, "UTC", PAGE).ok().data("_entities.0.progress.edges.0.node.percent"))
        .isEqualTo("11.11");
  }

  @Test
  void enrolling_twice_at_once_makes_one_enrolment() {
    var ids =
        atOnce(10, () -> enroll(ann, COURSE)).stream()
            .map(answer -> answer.ok().data("enroll.progress.id"))
            .distinct();
    assertThat(ids).hasSize(1);
  }

  @Test
  void leaving_keeps_what_was_completed() {
    enroll(ann, COURSE).ok();
    complete(ann, lessons(COURSE).getFirst()).ok();
    mutate(ann, "leaveCourse", Map.of("courseId", COURSE), "courseId").ok();
    assertThat(user(ann, "UTC", PAGE).ok().list("_entities.0.progress.edges")).isEmpty();
    assertThat(complete(ann, lessons(COURSE).get(1)).ok().data("completeLesson.errors.0.code"))
        .isEqualTo("NOT_ALLOWED");
    assertThat(enroll(ann, COURSE).ok().data("enroll.progress.percent")).isEqualTo("11.11");
    assertThat(
            mutate(bob, "leaveCourse", Map.of("courseId", COURSE), "courseId")
                .data("leaveCourse.errors.0.code"))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void the_list_is_ordered_by_activity_and_pages_to_its_end() {
    var courses =
        List.of("sleep-well", "move-more", "money-in-order", "clear-writing", "a-calmer-week");
    for (var index = 0; index < courses.size(); index++) {
      clock.set("2026-06-1%dT12:00:00Z".formatted(index));
      enroll(ann, course(courses.get(index))).ok();
    }
    var seen = new ArrayList<String>();
    var after = "null";
    do {
      var page =
          user(
                  ann,
                  "UTC",
                  "progress(first: 2, after: %s) { edges { node { course { slug } } } pageInfo { hasNextPage endCursor } }"
                      .formatted(after))
              .ok();
      seen.addAll(page.json().findValuesAsString("slug"));
      after =
          page.at("_entities.0.progress.pageInfo.hasNextPage").asBoolean()
              ? "\"" + page.data("_entities.0.progress.pageInfo.endCursor") + "\""
              : "";
    } while (!after.isEmpty());
    assertThat(seen).isEqualTo(courses.reversed());
    clock.set("2026-06-15T12:00:00Z");
  }

  @Test
  void finished_and_unfinished_are_told_apart() {
    enroll(ann, COURSE).ok();
    enroll(ann, course("move-more")).ok();
    lessons(COURSE).forEach(lesson -> complete(ann, lesson).ok());
    assertThat(slugs("completed: true")).containsExactly("sleep-well");
    assertThat(slugs("completed: false")).containsExactly("move-more");
    assertThat(slugs("")).hasSize(2);
  }

  @Test
  void progress_in_one_course_is_null_for_who_is_not_enrolled() {
    var field = "progressIn(courseId: \"" + COURSE + "\") { percent }";
    assertThat(user(ann, "UTC", field).ok().at("_entities.0.progressIn").isNull()).isTrue();
    enroll(ann, COURSE).ok();
    assertThat(user(ann, "UTC", field).ok().data("_entities.0.progressIn.percent"))
        .isEqualTo("0.00");
  }

  @Test
  void a_page_has_the_next_lesson_and_the_time_only_where_asked() {
    enroll(ann, COURSE).ok();
    complete(ann, lessons(COURSE).getFirst()).ok();
    session(ann, Map.of("startedAt", "2026-06-15T08:00:00Z", "durationSeconds", 1800)).ok();
    var node = "_entities.0.progress.edges.0.node.";
    var next = user(ann, "UTC", "progress { edges { node { nextLesson { title } } } }").ok();
    assertThat(next.data(node + "nextLesson.title")).isEqualTo("Two clocks");
    var time = user(ann, "UTC", "progress { edges { node { timeSpentSeconds } } }").ok();
    assertThat(time.data(node + "timeSpentSeconds")).isEqualTo("1800");
  }

  @Test
  void recorded_time_adds_up_and_never_twice() {
    enroll(ann, COURSE).ok();
    var first = Map.of("startedAt", "2026-06-15T08:00:00Z", "durationSeconds", 1800);
    assertThat(session(ann, first).ok().data("recordLearningSession.progress.timeSpentSeconds"))
        .isEqualTo("1800");
    assertThat(
            code(session(ann, Map.of("startedAt", "2026-06-15T08:29:59Z", "durationSeconds", 60))))
        .isEqualTo("CONFLICT");
    assertThat(
            code(
                session(
                    ann, Map.of("startedAt", "2026-06-15T07:00:00Z", "durationSeconds", 14_000))))
        .isEqualTo("CONFLICT");
    var next = Map.of("startedAt", "2026-06-15T08:30:00Z", "durationSeconds", 60);
    assertThat(session(ann, next).ok().data("recordLearningSession.progress.timeSpentSeconds"))
        .isEqualTo("1860");
  }

  @Test
  void the_same_session_sent_twice_at_once_is_recorded_once() {
    enroll(ann, COURSE).ok();
    var input =
        Map.of("startedAt", "2026-06-15T08:00:00Z", "durationSeconds", 60, "idempotencyKey", "k");
    var answers = atOnce(10, () -> session(ann, input));
    assertThat(answers)
        .allSatisfy(answer ->
            assertThat(answer.ok().data("recordLearningSession.progress.timeSpentSeconds"))
                .isEqualTo("60"));
    var other =
        Map.of("startedAt", "2026-06-15T09:00:00Z", "durationSeconds", 60, "idempotencyKey", "k");
    assertThat(code(session(ann, other))).isEqualTo("CONFLICT");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-15T11:00:00Z, 0, OUT_OF_RANGE",
    "2026-06-15T00:00:00Z, 14401, OUT_OF_RANGE",
    "2026-06-15T11:59:00Z, 3600, OUT_OF_RANGE",
    "2027-01-01T00:00:00Z, 60, OUT_OF_RANGE",
    "2024-01-01T00:00:00Z, 60, OUT_OF_RANGE"
  })
  void sessions_out_of_bounds_are_refused(String startedAt, int seconds, String code) {
    enroll(ann, COURSE).ok();
    assertThat(code(session(ann, Map.of("startedAt", startedAt, "durationSeconds", seconds))))
        .isEqualTo(code);
  }

  @Test
  void unknown_things_are_not_found() {
    var unknown = UUID.randomUUID().toString();
    assertThat(enroll(ann, unknown).ok().data("enroll.errors.0.code")).isEqualTo("NOT_FOUND");
    assertThat(complete(ann, unknown).ok().data("completeLesson.errors.0.code"))
        .isEqualTo("NOT_FOUND");
    var future =
        Map.of("lessonId", lessons(COURSE).getFirst(), "completedAt", "2026-06-16T12:00:00Z");
    assertThat(complete(ann, future).ok().data("completeLesson.errors.0.code"))
        .isEqualTo("OUT_OF_RANGE");
  }

  @ParameterizedTest
  @CsvSource({
    "enroll, courseId",
    "leaveCourse, courseId",
    "completeLesson, lessonId",
    "recordLearningSession, courseId"
  })
  void what_is_no_id_is_the_id_of_nothing(String mutation, String argument) {
    var input = new HashMap<String, Object>(Map.of(argument, "no-id"));
    if (mutation.equals("recordLearningSession")) {
      input.putAll(Map.of("startedAt", "2026-06-15T08:00:00Z", "durationSeconds", 60));
    }
    var errors = mutate(ann, mutation, input, "__typename").ok().at(mutation + ".errors");
    assertThat(errors.toString())
        .isEqualTo("[{\"code\":\"NOT_FOUND\",\"path\":[\"input\",\"" + argument + "\"]}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "a\u0000b"})
  void a_key_of_anything_but_printable_characters_is_refused(String key) {
    enroll(ann, COURSE).ok();
    var input =
        Map.of("startedAt", "2026-06-15T08:00:00Z", "durationSeconds", 60, "idempotencyKey", key);
    var errors = session(ann, input).ok().at("recordLearningSession.errors");
    assertThat(errors.toString())
        .isEqualTo("[{\"code\":\"INVALID\",\"path\":[\"input\",\"idempotencyKey\"]}]");
  }

  @Test
  void somebody_elses_progress_is_as_if_it_did_not_exist() {
    var id = enroll(ann, COURSE).ok().data("enroll.progress.id");
    var key = List.of(Map.of("id", String.valueOf(id)));
    assertThat(as(bob).entities("Progress", key, "percent").ok().at("_entities.0").isNull())
        .isTrue();
    assertThat(as(ann).entities("Progress", key, "percent").ok().data("_entities.0.percent"))
        .isEqualTo("0.00");
    var user = as(bob).entities("User", List.of(Map.of("id", ann.toString())), PAGE);
    assertThat(user.firstErrorCode()).isEqualTo("FORBIDDEN");
  }

  @Test
  void a_hundred_people_cost_one_statement_a_field() {
    enroll(ann, COURSE).ok();
    var people = Stream.concat(Stream.of(ann), Stream.generate(UUID::randomUUID)).limit(100);
    var keys = people.map(id -> Map.of("id", id.toString(), "timeZone", "UTC")).toList();
    var service = graph.as(Tokens.service("batch"));
    for (var field :
        List.of(
            PAGE,
            "progressIn(courseId: \"" + COURSE + "\") { percent course { title } }",
            "streak { current }",
            "achievements { kind }")) {
      var statements = sql.during(() -> service.entities("User", keys, field).ok());
      assertThat(statements).as(field).isEqualTo(1);
    }
  }

  private List<String> slugs(String filter) {
    return user(
            ann, "UTC", "progress(filter: {" + filter + "}) { edges { node { course { slug } } } }")
        .ok()
        .json()
        .findValuesAsString("slug");
  }

  private static String code(Answer session) {
    return String.valueOf(session.ok().data("recordLearningSession.errors.0.code"));
  }

  private static List<Answer> atOnce(int times, Supplier<Answer> request) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, times)
              .mapToObj(index -> CompletableFuture.supplyAsync(request, executor))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    }
  }
}
