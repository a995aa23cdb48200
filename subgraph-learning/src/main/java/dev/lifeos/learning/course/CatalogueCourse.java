package dev.lifeos.learning.course;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A course as the catalogue's files have it. Ids come from the slugs, so that they are the same on
 * every installation.
 */
record CatalogueCourse(
    String slug,
    String title,
    String description,
    CourseCategory category,
    Difficulty difficulty,
    List<Module> modules) {

  UUID id() {
    return id(slug);
  }

  UUID moduleId(Module module) {
    return id(slug + "/" + module.slug());
  }

  UUID lessonId(Module module, Unit unit) {
    return id(slug + "/" + module.slug() + "/" + unit.slug());
  }

  private static UUID id(String path) {
    return UUID.nameUUIDFromBytes(("lifeos:course:" + path).getBytes(StandardCharsets.UTF_8));
  }

  record Module(String slug, String title, List<Unit> lessons) {}

  record Unit(String slug, String title, String summary, int minutes) {}
}
