package dev.lifeos.learning.course;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.learning.course.CourseReads.LessonRow;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@DgsDataLoader(name = ModulesLoader.NAME)
class ModulesLoader extends IdBatchLoader<List<CourseModule>> {

  static final String NAME = "courseModules";

  private final CourseReads reads;

  ModulesLoader(CourseReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, List<CourseModule>> loadAll(Set<UUID> ids) {
    return reads.lessons(ids).stream()
        .collect(
            Collectors.groupingBy(
                LessonRow::courseId,
                Collectors.collectingAndThen(Collectors.toList(), ModulesLoader::modules)));
  }

  private static List<CourseModule> modules(List<LessonRow> ofCourse) {
    var byModule =
        ofCourse.stream()
            .collect(
                Collectors.groupingBy(
                    LessonRow::moduleId, LinkedHashMap::new, Collectors.toList()));
    return byModule.values().stream().map(ModulesLoader::module).toList();
  }

  private static CourseModule module(List<LessonRow> rows) {
    var first = rows.getFirst();
    var lessons = rows.stream().map(LessonRow::lesson).toList();
    return new CourseModule(first.moduleId(), first.moduleTitle(), lessons);
  }
}
