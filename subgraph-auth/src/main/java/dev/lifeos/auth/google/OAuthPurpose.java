package dev.lifeos.auth.google;

import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody goes to Google for; the schema describes each. */
enum OAuthPurpose {
  SIGN_IN(null, "openid email profile", Map.of()),
  LINK("profile:write", "openid email profile", Map.of("prompt", "select_account")),
  // Google gives a refresh token for certain only when it asks for consent.
  CALENDAR(
      "calendar:write",
      "openid email " + OAuthPurpose.READ_CALENDAR,
      Map.of("access_type", "offline", "prompt", "consent"));

  static final String READ_CALENDAR = "https://www.googleapis.com/auth/calendar.readonly";

  private final @Nullable String needs;
  private final String asks;
  private final Map<String, String> parameters;

  OAuthPurpose(@Nullable String needs, String asks, Map<String, String> parameters) {
    this.needs = needs;
    this.asks = asks;
    this.parameters = parameters;
  }

  /** The scopes that Google is asked for. */
  String scopes() {
    return asks;
  }

  /** What else the request to Google says. */
  Map<String, String> parameters() {
    return parameters;
  }

  /**
   * Whose account it is for; null where it may be anybody's.
   *
   * @throws Fault where the caller may not
   */
  @Nullable UUID owner(Caller caller) {
    if (needs == null) {
      return null;
    }
    var person = caller.personId();
    if (!caller.scopes().contains(needs)) {
      throw new Fault(ErrorCode.FORBIDDEN, "The token lacks the scope `" + needs + "`.");
    }
    return person;
  }
}
