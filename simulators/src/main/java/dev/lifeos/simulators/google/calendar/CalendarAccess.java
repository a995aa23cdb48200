package dev.lifeos.simulators.google.calendar;

import dev.lifeos.simulators.google.oauth.Grant;
import dev.lifeos.simulators.google.oauth.Grants;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who asks, by the access token, and whether they may. */
@Component
class CalendarAccess {
  private static final String SCOPES = "https://www.googleapis.com/auth/calendar";

  private final Grants grants;
  private final Failures failures;

  CalendarAccess(Grants grants, Failures failures) {
    this.grants = grants;
    this.failures = failures;
  }

  String events(@Nullable String authorization) {
    return require(authorization, "", ".readonly", ".events", ".events.readonly");
  }

  String calendars(@Nullable String authorization) {
    return require(authorization, "", ".readonly", ".calendarlist", ".calendarlist.readonly");
  }

  String freeBusy(@Nullable String authorization) {
    return require(authorization, "", ".readonly", ".freebusy", ".events.freebusy");
  }

  private String require(@Nullable String authorization, String... oneOf) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      throw CalendarError.header(401, "required", "Login Required.");
    }
    Grant grant =
        grants
            .byAccessToken(authorization.substring("Bearer ".length()).strip())
            .orElseThrow(() -> CalendarError.header(401, "authError", "Invalid Credentials"));
    List<String> enough = Arrays.stream(oneOf).map(SCOPES::concat).toList();
    if (grant.scopes().stream().noneMatch(enough::contains)) {
      throw new CalendarError(
          403,
          "global",
          "insufficientPermissions",
          "Request had insufficient authentication scopes.");
    }
    failures.happen(grant.email());
    return grant.email();
  }
}
