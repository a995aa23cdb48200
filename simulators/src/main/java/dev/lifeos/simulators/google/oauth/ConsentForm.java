package dev.lifeos.simulators.google.oauth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/**
 * What a person answered.
 *
 * @param request what they were asked
 * @param allowed whether they said yes
 * @param email their account
 * @param name how they are called, empty for as before
 * @param granted the scopes of their choice
 */
record ConsentForm(
    AuthorizationRequest request,
    boolean allowed,
    String email,
    String name,
    List<String> granted) {

  static ConsentForm of(MultiValueMap<String, String> form) {
    Map<String, String> single = new HashMap<>(form.toSingleValueMap());
    String account = taken(single, "account");
    String email = taken(single, "email");
    String name = taken(single, "name");
    boolean allowed = taken(single, "decision").equals("allow");
    boolean choice = taken(single, "choice").equals("shown");
    List<String> granted = List.copyOf(form.getOrDefault("granted", List.of()));
    single.remove("granted");
    AuthorizationRequest request = new AuthorizationRequest(single);
    boolean other = account.isEmpty() || account.equals("other");
    return new ConsentForm(
        request,
        allowed,
        (other ? email : account).strip(),
        other ? name : "",
        choice ? granted : request.scopes());
  }

  /** What they allowed: all that is not a choice, and their choice. */
  List<String> scopes() {
    List<String> scopes = new ArrayList<>(request.scopes());
    scopes.removeIf(each -> Scope.of(each).filter(Scope::optional).isPresent());
    request.scopes().stream()
        .filter(each -> granted.contains(each) && !scopes.contains(each))
        .forEach(scopes::add);
    return List.copyOf(scopes);
  }

  private static String taken(Map<String, String> form, String name) {
    return Objects.requireNonNullElse(form.remove(name), "");
  }
}
