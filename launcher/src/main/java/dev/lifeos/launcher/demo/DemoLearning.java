package dev.lifeos.launcher.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Enrols in courses, completes lessons over the year, and records evenings of learning; all of it
 * can be sent again.
 */
final class DemoLearning {
  // The first is done, the second half way, the third begun.
  private static final double[] SHARES = {1, 0.55, 0.2};

  private final GraphQlClient client;
  private final DemoPerson person;
  private final Instant now;

  DemoLearning(GraphQlClient client, DemoPerson person, Clock clock) {
    this.client = client;
    this.person = person;
    this.now = clock.instant();
  }

  /** Answers how many lessons and sessions there are. */
  int record() {
    List<Course> courses = courses();
    courses.forEach(course -> client.mutate("enroll", Map.of("courseId", course.id())));
    List<String> lessons = lessons(courses);
    LearningYear year = new LearningYear(person.seed(), person.zone());
    for (int i = 0; i < lessons.size(); i++) {
      complete(lessons.get(i), year.lesson(i, lessons.size(), now));
    }
    List<LearningYear.Evening> evenings = courses.isEmpty() ? List.of() : year.evenings(now);
    evenings.forEach(evening -> learn(evening, courses));
    return lessons.size() + evenings.size();
  }

  private record Course(String id, List<String> lessons) {}

  private List<Course> courses() {
    return client
        .send("catalogue", Map.of("first", SHARES.length))
        .at("/courses/edges")
        .valueStream()
        .map(edge -> edge.path("node"))
        .map(node -> new Course(node.path("id").asString(""), lessonsOf(node)))
        .toList();
  }

  private static List<String> lessonsOf(JsonNode course) {
    return course
        .path("modules")
        .valueStream()
        .flatMap(module -> module.path("lessons").valueStream())
        .map(lesson -> lesson.path("id").asString(""))
        .toList();
  }

  private static List<String> lessons(List<Course> courses) {
    List<String> lessons = new ArrayList<>();
    for (int i = 0; i < courses.size(); i++) {
      List<String> all = courses.get(i).lessons();
      lessons.addAll(all.subList(0, (int) Math.ceil(all.size() * SHARES[i])));
    }
    return lessons;
  }

  private void complete(String lesson, Instant when) {
    client.mutate(
        "completeLesson",
        Map.of(
            "lessonId", lesson,
            "completedAt", when.toString(),
            "timeZone", person.zone().getId()));
  }

  private void learn(LearningYear.Evening evening, List<Course> courses) {
    LocalDate day = LocalDate.ofInstant(evening.startedAt(), person.zone());
    Map<String, Object> input = new HashMap<>();
    input.put("courseId", courses.get(day.getMonthValue() % courses.size()).id());
    input.put("startedAt", evening.startedAt().toString());
    input.put("durationSeconds", evening.seconds());
    input.put("timeZone", person.zone().getId());
    input.put("idempotencyKey", "demo-" + day);
    client.mutate("recordLearningSession", input);
  }
}
