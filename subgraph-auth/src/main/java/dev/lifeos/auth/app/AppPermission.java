package dev.lifeos.auth.app;

import java.util.Collection;
import java.util.List;

/** Something that an app may be allowed, in words for people; the schema describes each part. */
record AppPermission(AppScope scope, String name, String description) {

  static List<AppPermission> of(Collection<AppScope> scopes) {
    return scopes.stream()
        .map(scope -> new AppPermission(scope, scope.value(), scope.description()))
        .toList();
  }
}
