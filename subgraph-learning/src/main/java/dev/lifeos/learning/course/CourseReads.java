package dev.lifeos.learning.course;

import dev.lifeos.starter.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the catalogue, each list by one statement. */
@Repository
class CourseReads {

  private static final String COURSES = "SELECT c.* FROM course c\n";

  private static final String PAGE =
      COURSES
          + """
          WHERE (c.title, c.id) > (:title, cast(:id AS uuid))
            AND (cast(:category AS text) IS NULL OR c.category = :category)
            AND (cast(:difficulty AS text) IS NULL OR c.difficulty = :difficulty)
            AND (cast(:search AS text) IS NULL OR c.title ILIKE :search OR c.description ILIKE :search)
          ORDER BY c.title, c.id
          LIMIT :limit
          """;

  private static final String BY_ID = COURSES + "WHERE c.id = ANY (cast(:ids AS uuid[]))";

  private static final String LESSONS =
      """
      SELECT m.course_id, m.id AS module_id, m.title AS module_title,
        l.id, l.title, l.summary, l.estimated_minutes
      FROM course_module m JOIN lesson l ON l.module_id = m.id
      WHERE m.course_id = ANY (cast(:ids AS uuid[]))
      ORDER BY m.course_id, m.position, l.position
      """;

  private final JdbcClient jdbc;

  CourseReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Course> page(CourseFilter filter, Page page) {
    var after = page.after();
    return jdbc.sql(PAGE)
        .param("title", after == null ? "" : after.text(0))
        .param("id", after == null ? new UUID(0, 0) : after.uuid(1))
        .param("category", name(filter.category()))
        .param("difficulty", name(filter.difficulty()))
        .param("search", pattern(filter.search()))
        .param("limit", page.limit())
        .query(CourseReads::course)
        .list();
  }

  List<Course> byId(Set<UUID> ids) {
    return jdbc.sql(BY_ID).param("ids", ids.toArray(UUID[]::new)).query(CourseReads::course).list();
  }

  List<LessonRow> lessons(Set<UUID> courses) {
    return jdbc.sql(LESSONS)
        .param("ids", courses.toArray(UUID[]::new))
        .query(CourseReads::lesson)
        .list();
  }

  private static Course course(ResultSet row, int number) throws SQLException {
    return new Course(
        row.getObject("id", UUID.class),
        row.getString("slug"),
        row.getString("title"),
        row.getString("description"),
        CourseCategory.valueOf(row.getString("category")),
        Difficulty.valueOf(row.getString("difficulty")),
        row.getInt("lesson_count"),
        row.getInt("estimated_minutes"));
  }

  private static LessonRow lesson(ResultSet row, int number) throws SQLException {
    var lesson =
        new Lesson(
            row.getObject("id", UUID.class),
            row.getString("title"),
            row.getString("summary"),
            row.getInt("estimated_minutes"));
    return new LessonRow(
        row.getObject("course_id", UUID.class),
        row.getObject("module_id", UUID.class),
        row.getString("module_title"),
        lesson);
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static @Nullable String pattern(@Nullable String search) {
    return search == null ? null : "%" + search.replaceAll("([%_\\\\])", "\\\\$1") + "%";
  }

  record LessonRow(UUID courseId, UUID moduleId, String moduleTitle, Lesson lesson) {}
}
