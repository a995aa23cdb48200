package dev.lifeos.auth.admin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which doings of administrators; the schema describes each part. */
record AdminEventFilter(@Nullable UUID administratorId, @Nullable UUID userId) {

  static final AdminEventFilter ALL = new AdminEventFilter(null, null);
}
