package dev.lifeos.test;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kinds of caller that the access matrix knows. */
enum Bearer {
  ANONYMOUS,
  EXPIRED,
  WRONG_SCOPE,
  OTHER_PERSON,
  RIGHT_PERSON,
  ADMIN,
  SERVICE;

  /**
   * Who is let through, with a good token that holds all scopes. Written down here by hand: what
   * the code makes of the schema is what it is compared with.
   */
  private static final Map<String, Set<Bearer>> LET_THROUGH =
      Map.of(
          "PUBLIC", EnumSet.of(ANONYMOUS, OTHER_PERSON, RIGHT_PERSON, ADMIN, SERVICE),
          "SELF", EnumSet.of(RIGHT_PERSON, SERVICE),
          "SIGNED_IN", EnumSet.of(OTHER_PERSON, RIGHT_PERSON, ADMIN),
          "ADMIN", EnumSet.of(ADMIN),
          "SERVICE", EnumSet.of(ADMIN, SERVICE));

  /** Whether this caller, with all scopes, is let through by that audience. */
  boolean passes(String audience) {
    var passing = LET_THROUGH.get(audience);
    if (passing == null) {
      throw new AssertionError("The access matrix does not know the audience " + audience);
    }
    return passing.contains(this);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
