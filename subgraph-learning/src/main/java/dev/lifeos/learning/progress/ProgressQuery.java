package dev.lifeos.learning.progress;

import dev.lifeos.starter.paging.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of enrolments, as a DataLoader's query.
 *
 * @param withNextLesson whether the next lesson was asked for: it costs a walk through the course
 * @param withTimeSpent whether the time was asked for: it costs a sum over the sessions
 */
record ProgressQuery(
    @Nullable Boolean completed, Page page, boolean withNextLesson, boolean withTimeSpent) {}
