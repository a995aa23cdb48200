package dev.lifeos.learning.progress;

import dev.lifeos.learning.course.Course;
import dev.lifeos.learning.course.CourseCategory;
import dev.lifeos.learning.course.Difficulty;
import dev.lifeos.learning.course.Lesson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Progress} of a row of {@link ProgressReads}. */
final class ProgressRow {

  private ProgressRow() {}

  static Progress of(ResultSet row, int number) throws SQLException {
    return new Progress(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        course(row),
        row.getInt("done"),
        nextLesson(row),
        (int) Math.min(Integer.MAX_VALUE, row.getLong("seconds")),
        instant(row, "last_done"),
        row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_activity_at", OffsetDateTime.class).toInstant());
  }

  private static Course course(ResultSet row) throws SQLException {
    return new Course(
        row.getObject("course_id", UUID.class),
        row.getString("slug"),
        row.getString("title"),
        row.getString("description"),
        CourseCategory.valueOf(row.getString("category")),
        Difficulty.valueOf(row.getString("difficulty")),
        row.getInt("lesson_count"),
        row.getInt("estimated_minutes"));
  }

  private static @Nullable Lesson nextLesson(ResultSet row) throws SQLException {
    var id = row.getObject("next_id", UUID.class);
    if (id == null) {
      return null;
    }
    return new Lesson(
        id, row.getString("next_title"), row.getString("next_summary"), row.getInt("next_minutes"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
