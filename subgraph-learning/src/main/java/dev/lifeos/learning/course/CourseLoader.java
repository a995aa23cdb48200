package dev.lifeos.learning.course;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@DgsDataLoader(name = CourseLoader.NAME)
class CourseLoader extends IdBatchLoader<Course> {

  static final String NAME = "course";

  private final CourseReads reads;

  CourseLoader(CourseReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, Course> loadAll(Set<UUID> ids) {
    return reads.byId(ids).stream().collect(Collectors.toMap(Course::id, Function.identity()));
  }
}
