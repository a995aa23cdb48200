package dev.lifeos.learning;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import dev.lifeos.test.SqlCount;
import dev.lifeos.test.SubgraphTest;
import dev.lifeos.test.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What the tests of this subgraph share: one learner, and a clock that the tests set. */
@SubgraphTest
@Import(LearningTest.Time.class)
abstract class LearningTest {

  static final String COURSE = course("sleep-well");

  final UUID ann = UUID.randomUUID();
  final UUID bob = UUID.randomUUID();

  @Autowired Graph graph;
  @Autowired SqlCount sql;
  @Autowired Time.SettableClock clock;

  static String course(String slug) {
    return UUID.nameUUIDFromBytes(
            ("lifeos:course:" + slug).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  Graph as(UUID person) {
    return graph.as(Tokens.person(person));
  }

  Answer enroll(UUID person, String course) {
    return mutate(person, "enroll", Map.of("courseId", course), "progress { id percent }");
  }

  Answer complete(UUID person, String lesson) {
    return complete(person, Map.of("lessonId", lesson));
  }

  Answer complete(UUID person, Map<String, ?> input) {
    return mutate(
        person,
        "completeLesson",
        input,
        "progress { percent completed completedAt nextLesson { title } } newAchievements { kind }");
  }

  Answer session(UUID person, Map<String, ?> input) {
    var all = new HashMap<String, Object>(Map.of("courseId", COURSE));
    all.putAll(input);
    return mutate(
        person,
        "recordLearningSession",
        all,
        "progress { timeSpentSeconds } newAchievements { kind }");
  }

  Answer mutate(UUID person, String field, Map<String, ?> input, String selection) {
    return mutate(Tokens.person(person), field, input, selection);
  }

  Answer mutate(String token, String field, Map<String, ?> input, String selection) {
    var type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input";
    var document =
        "mutation ($input: %s!) { %s(input: $input) { %s errors { code path } } }"
            .formatted(type, field, selection);
    return graph.as(token).send(document, Map.of("input", input));
  }

  List<String> lessons(String course) {
    var document = "query ($id: ID!) { course(id: $id) { modules { lessons { id } } } }";
    return graph.send(document, Map.of("id", course)).ok().at("course").findValuesAsString("id");
  }

  Answer user(UUID person, String zone, String selection) {
    var key = Map.of("id", person.toString(), "timeZone", zone);
    return as(person).entities("User", List.of(key), selection);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {

    @Bean
    SettableClock clock() {
      return new SettableClock();
    }

    static final class SettableClock extends Clock {

      private volatile Instant now = Instant.parse("2026-06-15T12:00:00Z");

      void set(String instant) {
        now = Instant.parse(instant);
      }

      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    }
  }
}
