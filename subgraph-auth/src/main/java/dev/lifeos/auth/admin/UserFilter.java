package dev.lifeos.auth.admin;

import dev.lifeos.auth.account.People;
import org.jspecify.annotations.Nullable;

/** Which people; the schema describes each part. */
record UserFilter(
    @Nullable String emailPrefix, @Nullable Boolean administrators, @Nullable Boolean locked) {

  static final UserFilter ALL = new UserFilter(null, null, null);

  String prefix() {
    return emailPrefix == null ? "" : People.normal(emailPrefix);
  }
}
