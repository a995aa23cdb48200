package dev.lifeos.learning.progress;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.starter.access.Caller;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

@DgsComponent
@Validated
class LearningMutations {

  private final Learning learning;

  LearningMutations(Learning learning) {
    this.learning = learning;
  }

  @DgsMutation
  EnrollPayload enroll(@InputArgument EnrollInput input, Caller caller) {
    return new EnrollPayload(learning.enroll(caller.personId(), input.courseId()), List.of());
  }

  @DgsMutation
  LeaveCoursePayload leaveCourse(@InputArgument LeaveCourseInput input, Caller caller) {
    learning.leave(caller.personId(), input.courseId());
    return new LeaveCoursePayload(input.courseId(), List.of());
  }

  @DgsMutation
  LearningPayload completeLesson(@InputArgument CompleteLessonInput input, Caller caller) {
    return learning.complete(caller.personId(), input, zone(input.timeZone(), caller));
  }

  @DgsMutation
  LearningPayload recordLearningSession(
      @InputArgument @Valid RecordLearningSessionInput input, Caller caller) {
    return learning.record(caller.personId(), input, zone(input.timeZone(), caller));
  }

  private static ZoneId zone(@Nullable ZoneId given, Caller caller) {
    return given == null ? caller.zone() : given;
  }
}
