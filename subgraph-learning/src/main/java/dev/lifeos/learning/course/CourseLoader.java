package dev.lifeos.learning.course;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;

@DgsDataLoader(name = CourseLoader.NAME)
class CourseLoader extends IdBatchLoader<Course> {

  static final String NAME = "course";

  private final CourseReads reads;

  CourseLoader(@Qualifier("dgsAsyncTaskExecutor") AsyncTaskExecutor executor, CourseReads reads) {
    super(executor);
    this.reads = reads;
  }

  @Override
  protected Map<UUID, Course> loadAll(Set<UUID> ids) {
    return reads.byId(ids).stream().collect(Collectors.toMap(Course::id, Function.identity()));
  }
}
