package dev.lifeos.auth.google;

import dev.lifeos.auth.account.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who somebody is at Google, from a verified ID token.
 *
 * @param subject Google's own id of the account, the only thing about it that never changes
 * @param email in lower case
 * @param emailVerified whether Google vouches for the address
 * @param name what the person is called
 */
public record GoogleProfile(String subject, String email, boolean emailVerified, String name) {

  private static final int MAX_NAME = 100;

  static GoogleProfile of(Jwt token) {
    var email = People.normal(text(token.getClaim("email")));
    var verified = "true".equals(text(token.getClaim("email_verified")));
    return new GoogleProfile(
        text(token.getSubject()), email, verified, name(text(token.getClaim("name")), email));
  }

  // What will not do for a name of ours is better replaced than refused: the person cannot correct
  // it here, and can later.
  private static String name(String name, String email) {
    var visible = name.replaceAll("[\\p{C}]", "").strip();
    if (visible.isEmpty()) {
      return email.split("@", 2)[0];
    }
    var length = Math.min(MAX_NAME, visible.codePointCount(0, visible.length()));
    return visible.substring(0, visible.offsetByCodePoints(0, length)).strip();
  }

  private static String text(@Nullable Object claim) {
    return claim == null ? "" : claim.toString();
  }
}
