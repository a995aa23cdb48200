package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.account.GoogleAccount;
import java.util.List;
import java.util.Map;

/** What stands on the page that asks. */
final class ConsentPage {
  record Choice(String email, String name, boolean emailVerified, boolean chosen) {}

  record Parameter(String key, String value) {}

  record Asked(String value, String sentence, boolean optional) {}

  private static final int MOST = 20;

  private ConsentPage() {}

  static Map<String, Object> model(
      AuthorizationRequest request, List<GoogleAccount> accounts, String mistake) {
    String hint = request.loginHint();
    List<GoogleAccount> shown = accounts.reversed().stream().limit(MOST).toList().reversed();
    boolean known = shown.stream().anyMatch(account -> named(account, hint));
    return Map.ofEntries(
        Map.entry("title", "Sign in with Google (simulated)"),
        Map.entry("client", request.clientId()),
        Map.entry("redirectUri", request.redirectUri()),
        Map.entry("accounts", choices(shown, hint)),
        Map.entry("otherChosen", !hint.isEmpty() && !known),
        Map.entry("otherEmail", known ? "" : hint),
        Map.entry("scopes", scopes(request)),
        Map.entry("parameters", parameters(request)),
        Map.entry("offline", request.offline()),
        Map.entry("mistake", mistake),
        Map.entry("hasMistake", !mistake.isEmpty()));
  }

  private static List<Choice> choices(List<GoogleAccount> shown, String hint) {
    return shown.stream()
        .map(each ->
            new Choice(
                each.email(),
                each.name(),
                each.emailVerified(),
                hint.isEmpty() ? each.equals(shown.getFirst()) : named(each, hint)))
        .toList();
  }

  private static List<Parameter> parameters(AuthorizationRequest request) {
    return request.parameters().entrySet().stream()
        .map(each -> new Parameter(each.getKey(), each.getValue()))
        .toList();
  }

  private static List<Asked> scopes(AuthorizationRequest request) {
    return request.scopes().stream()
        .flatMap(value -> Scope.of(value).stream())
        .map(scope -> new Asked(scope.value(), scope.sentence(), scope.optional()))
        .toList();
  }

  private static boolean named(GoogleAccount account, String hint) {
    return account.email().equalsIgnoreCase(hint.strip()) || account.sub().equals(hint.strip());
  }
}
