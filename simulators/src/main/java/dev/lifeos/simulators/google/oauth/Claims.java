package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.account.GoogleAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an application is told of a person, by what it may see. */
final class Claims {
  private Claims() {}

  static Map<String, Object> of(GoogleAccount account, List<String> scopes, String issuer) {
    Map<String, Object> claims = new LinkedHashMap<>();
    if (scopes.contains(Scope.EMAIL.value()) || scopes.contains(Scope.USERINFO_EMAIL.value())) {
      claims.put("email", account.email());
      claims.put("email_verified", account.emailVerified());
    }
    if (scopes.contains(Scope.PROFILE.value()) || scopes.contains(Scope.USERINFO_PROFILE.value())) {
      claims.put("name", account.name());
      claims.put("given_name", account.givenName());
      if (!account.familyName().isEmpty()) {
        claims.put("family_name", account.familyName());
      }
      claims.put("picture", issuer + "/a/" + account.sub());
    }
    return claims;
  }
}
