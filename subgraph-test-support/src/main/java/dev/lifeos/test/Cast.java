package dev.lifeos.test;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The people of some rows of the access matrix, who all exist.
 *
 * @param right whose records are asked for
 * @param narrow the same person, or another like them, when the token lacks the scopes
 * @param records the ids of the right person's records by type
 */
record Cast(UUID right, UUID narrow, UUID other, UUID admin, Map<String, String> records) {

  /** That caller with a token for the element. */
  Graph ask(Graph graph, Bearer bearer, AccessElement element) {
    return switch (bearer) {
      case ANONYMOUS -> graph.anonymous();
      case EXPIRED -> graph.as(Tokens.expired(right));
      case WRONG_SCOPE -> graph.as(narrow(element.suited()));
      case OTHER_PERSON -> graph.as(Tokens.person(other, scopes(element)));
      case RIGHT_PERSON -> graph.as(Tokens.person(right, scopes(element)));
      case ADMIN -> graph.as(Tokens.admin(admin, scopes(element)));
      case SERVICE -> graph.as(Tokens.service("matrix", scopes(element)));
    };
  }

  private String narrow(Bearer suited) {
    var scope = "nothing:here";
    return switch (suited) {
      case ADMIN -> Tokens.admin(narrow, scope);
      case SERVICE -> Tokens.service("matrix", scope);
      default -> Tokens.person(narrow, scope);
    };
  }

  private static String[] scopes(AccessElement element) {
    return Stream.concat(Stream.of(Tokens.FIRST_PARTY.split(" ")), element.scopes().stream())
        .distinct()
        .toArray(String[]::new);
  }
}
