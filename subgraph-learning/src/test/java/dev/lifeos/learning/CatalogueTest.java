package dev.lifeos.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;

class CatalogueTest extends LearningTest {

  @Autowired private ApplicationRunner catalogueImport;

  @Test
  void anybody_can_browse_and_every_lesson_says_something() {
    var courses =
        graph
            .send(
                """
                { courses(first: 100) { edges { node { slug title description estimatedMinutes lessonCount
                    modules { title lessons { title summary estimatedMinutes } } } } } }
                """)
            .ok();
    assertThat(courses.list("courses.edges")).hasSizeGreaterThanOrEqualTo(10);
    assertThat(courses.json().findValuesAsString("slug")).doesNotHaveDuplicates();
    assertThat(courses.json().findValuesAsString("summary"))
        .hasSizeGreaterThan(100)
        .allSatisfy(summary -> assertThat(summary).hasSizeGreaterThan(30));
    assertThat(courses.json().findValues("lessonCount"))
        .allSatisfy(count -> assertThat(count.asInt()).isPositive());
  }

  @Test
  void browsing_with_modules_costs_two_statements() {
    var query =
        "{ courses(first: 100) { edges { node { title modules { lessons { title } } } } } }";
    assertThat(sql.during(() -> graph.send(query).ok())).isEqualTo(2);
  }

  @Test
  void paging_reaches_each_course_once() {
    var seen = new ArrayList<String>();
    String after = null;
    do {
      var variables = new java.util.HashMap<String, Object>();
      variables.put("after", after);
      var page =
          graph
              .send(
                  "query ($after: String) { courses(first: 5, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }",
                  variables)
              .ok();
      seen.addAll(page.at("courses.edges").findValuesAsString("id"));
      after =
          page.at("courses.pageInfo.hasNextPage").asBoolean()
              ? page.data("courses.pageInfo.endCursor")
              : null;
    } while (after != null);
    assertThat(seen).hasSize(new HashSet<>(seen).size()).contains(COURSE);
    assertThat(seen).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    enroll(ann, COURSE).ok();
    var progress = user(ann, "UTC", "progress(first: 1) { edges { cursor } }").ok();
    var foreign = progress.data("_entities.0.progress.edges.0.cursor");
    var query = "query ($after: String) { courses(after: $after) { edges { cursor } } }";
    var answer = graph.send(query, Map.of("after", String.valueOf(foreign)));
    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void filters_restrict() {
    assertThat(titles("{ category: HEALTH }"))
        .contains("Sleep Well")
        .doesNotContain("SQL for Answers");
    assertThat(titles("{ difficulty: INTERMEDIATE }")).contains("SQL for Answers");
    assertThat(titles("{ search: \"SLEEP\" }")).contains("Sleep Well");
    assertThat(titles("{ search: \"100%\" }")).isEmpty();
    assertThat(
            graph
                .send("{ courses(filter: { search: \"x\" }) { edges { cursor } } }")
                .firstErrorCode())
        .isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void the_character_nul_is_refused_with_its_place() {
    var literal = "{ courses(filter: { search: \"\\u0000ab\" }) { edges { cursor } } }";
    var variable = "query ($f: CourseFilter) { courses(filter: $f) { edges { cursor } } }";
    for (var answer :
        List.of(
            graph.send(literal), graph.send(variable, Map.of("f", Map.of("search", "\u0000ab"))))) {
      assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
      assertThat(answer.errors().getFirst().path("message").asString())
          .isEqualTo("filter.search: Text cannot contain the character U+0000.");
    }
  }

  @Test
  void an_unknown_course_is_null_and_a_malformed_id_is_an_error() {
    var query = "query ($id: ID!) { course(id: $id) { title } }";
    assertThat(graph.send(query, Map.of("id", UUID.randomUUID())).ok().at("course").isNull())
        .isTrue();
    assertThat(graph.send(query, Map.of("id", "x")).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void a_hundred_courses_by_key_cost_one_statement() {
    var keys =
        java.util.stream.Stream.generate(() -> Map.of("id", UUID.randomUUID().toString()))
            .limit(99)
            .toList();
    var all = new ArrayList<Map<String, String>>(keys);
    all.add(Map.of("id", COURSE));
    assertThat(sql.during(() -> graph.entities("Course", all, "title").ok())).isEqualTo(1);
    assertThat(graph.entities("Course", all, "title").data("_entities.99.title"))
        .isEqualTo("Sleep Well");
  }

  @Test
  void bringing_the_catalogue_in_again_changes_nothing() throws Exception {
    var before = lessons(COURSE);
    catalogueImport.run(new DefaultApplicationArguments());
    assertThat(lessons(COURSE)).isEqualTo(before).hasSize(9);
  }

  private List<String> titles(String filter) {
    return graph
        .send("{ courses(filter: " + filter + ", first: 100) { edges { node { title } } } }")
        .ok()
        .json()
        .findValuesAsString("title");
  }
}
