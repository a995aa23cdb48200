package dev.lifeos.learning.progress;

import dev.lifeos.starter.paging.Page;
import org.jspecify.annotations.Nullable;

/** A page of enrolments, as a DataLoader's query. */
record ProgressQuery(@Nullable Boolean completed, Page page) {}
