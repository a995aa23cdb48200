package dev.lifeos.learning;

import dev.lifeos.test.SubgraphContract;
import dev.lifeos.test.Tokens;
import java.util.Map;
import java.util.UUID;

class LearningContractTest extends SubgraphContract {

  @Override
  protected Map<String, String> records(UUID owner) {
    var course =
        String.valueOf(
            graph
                .send("{ courses(first: 1) { edges { node { id } } } }")
                .ok()
                .data("courses.edges.0.node.id"));
    var progress =
        graph
            .as(Tokens.person(owner))
            .send(
                """
                mutation ($course: ID!) {
                  enroll(input: { courseId: $course }) { progress { id } errors { message } }
                }
                """,
                Map.of("course", course))
            .ok()
            .data("enroll.progress.id");
    return Map.of("Course", course, "Progress", String.valueOf(progress));
  }
}
