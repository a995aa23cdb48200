package dev.lifeos.learning.course;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.starter.access.EntityKeys;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

@DgsComponent
@Validated
class CourseFetcher {

  private final CourseReads reads;

  CourseFetcher(CourseReads reads) {
    this.reads = reads;
  }

  @DgsQuery
  Connection<Course> courses(@InputArgument @Nullable @Valid CourseFilter filter, Page page) {
    var found = reads.page(filter == null ? CourseFilter.ALL : filter, page);
    return Connection.of(found, page, course -> Cursor.of(course.title(), course.id()));
  }

  @DgsQuery
  CompletableFuture<Course> course(@InputArgument UUID id, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, CourseLoader.NAME, id);
  }

  @DgsData(parentType = "Course", field = "modules")
  CompletableFuture<List<CourseModule>> modules(
      @Source Course course, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, ModulesLoader.NAME, course.id());
  }

  @DgsEntityFetcher(name = "Course")
  CompletableFuture<Course> course(Map<String, Object> key, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, CourseLoader.NAME, EntityKeys.id(key));
  }
}
