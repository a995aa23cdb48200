package dev.lifeos.learning.course;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which courses are listed. */
record CourseFilter(
    @Nullable CourseCategory category,
    @Nullable Difficulty difficulty,
    @Nullable @Size(min = 2, max = 100) String search) {

  static final CourseFilter ALL = new CourseFilter(null, null, null);
}
