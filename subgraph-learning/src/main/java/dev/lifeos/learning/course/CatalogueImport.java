package dev.lifeos.learning.course;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the catalogue's files into the database before the subgraph is ready. Twice, or by two
 * replicas at once, gives the same. What is no longer in the files stays: people have completed it.
 */
@Component
class CatalogueImport implements ApplicationRunner {

  private static final String COURSE =
      """
      INSERT INTO course (id, slug, title, description, category, difficulty) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET title = excluded.title, description = excluded.description,
        category = excluded.category, difficulty = excluded.difficulty
      """;
  private static final String MODULE =
      """
      INSERT INTO course_module (id, course_id, position, title) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET position = excluded.position, title = excluded.title
      """;
  private static final String LESSON =
      """
      INSERT INTO lesson (id, course_id, module_id, position, title, summary, estimated_minutes)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET position = excluded.position, title = excluded.title,
        summary = excluded.summary, estimated_minutes = excluded.estimated_minutes
      """;
  private static final String TOTALS =
      """
      UPDATE course c SET lesson_count = t.lessons, estimated_minutes = t.minutes
      FROM (
        SELECT course_id, count(*) AS lessons, sum(estimated_minutes) AS minutes
        FROM lesson GROUP BY course_id) t
      WHERE c.id = t.course_id
        AND (c.lesson_count, c.estimated_minutes) IS DISTINCT FROM (t.lessons, t.minutes)
      """;
  private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('catalogue'))";

  private final CatalogueFiles files;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  CatalogueImport(CatalogueFiles files, JdbcClient jdbc, TransactionTemplate transaction) {
    this.files = files;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    transaction.executeWithoutResult(status -> {
      jdbc.sql(ONE_AT_A_TIME).query(row -> {});
      files.read().forEach(this::course);
      jdbc.sql(TOTALS).update();
    });
  }

  private void course(CatalogueCourse course) {
    jdbc.sql(COURSE)
        .params(
            course.id(),
            course.slug(),
            course.title(),
            course.description(),
            course.category().name(),
            course.difficulty().name())
        .update();
    var modules = 0;
    var lessons = 0;
    for (var module : course.modules()) {
      var id = course.moduleId(module);
      jdbc.sql(MODULE).params(id, course.id(), modules++, module.title()).update();
      for (var unit : module.lessons()) {
        jdbc.sql(LESSON)
            .params(
                course.lessonId(module, unit),
                course.id(),
                id,
                lessons++,
                unit.title(),
                unit.summary(),
                unit.minutes())
            .update();
      }
    }
  }
}
