package dev.lifeos.auth.google;

import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.mail.WebLinks;
import dev.lifeos.starter.error.InvalidInput;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Google's token endpoint. */
@Component
public class GoogleTokens {

  private static final Logger LOG = LoggerFactory.getLogger(GoogleTokens.class);
  private static final String INVALID_GRANT = "invalid_grant";
  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,50}");

  private final GoogleHttp http;
  private final GoogleProperties properties;
  private final String redirect;

  GoogleTokens(GoogleHttp http, GoogleProperties properties, WebLinks links) {
    this.http = http;
    this.properties = properties;
    this.redirect = links.to("account/google");
  }

  /** Where Google sends the person back to. */
  String redirectUri() {
    return redirect;
  }

  /**
   * Exchanges the code that came back.
   *
   * @throws InvalidInput where Google does not accept it
   */
  GoogleGrant exchange(String code, OneTimeToken verifier) {
    var answer =
        ask(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                verifier.value(),
                "redirect_uri",
                redirect));
    if (answer.text("error").equals(INVALID_GRANT)) {
      throw InvalidInput.of(
          GoogleErrorCode.PROVIDER_REFUSED,
          "Google does not accept this code: start again.",
          "input",
          "code");
    }
    var idToken = required(answer, "id_token");
    var scopes = Set.copyOf(Arrays.asList(answer.text("scope").split(" ")));
    return new GoogleGrant(idToken, answer.text("refresh_token"), scopes);
  }

  /**
   * An access token, good for about an hour.
   *
   * @throws GrantRevoked where the person has to consent anew
   */
  public String access(String refreshToken) throws GrantRevoked {
    var answer = ask(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    if (answer.text("error").equals(INVALID_GRANT)) {
      throw new GrantRevoked();
    }
    return required(answer, "access_token");
  }

  /** Gives the grant back; that it is none any more is fine. */
  public void revoke(String refreshToken) {
    var answer = http.form(properties.revocationUri(), Map.of("token", refreshToken));
    if (!answer.ok() && !answer.text("error").equals("invalid_token")) {
      throw refused(answer);
    }
  }

  private GoogleAnswer ask(Map<String, String> fields) {
    var form = new HashMap<>(fields);
    form.put("client_id", properties.clientId());
    form.put("client_secret", properties.clientSecret());
    return http.form(properties.tokenUri(), form);
  }

  private static String required(GoogleAnswer answer, String name) {
    var value = answer.text(name);
    if (!answer.ok() || value.isEmpty()) {
      throw refused(answer);
    }
    return value;
  }

  // Not what a person could correct: our client is not known, or its redirect URI is not.
  private static RuntimeException refused(GoogleAnswer answer) {
    var error = answer.text("error");
    LOG.error(
        "Google refuses this client: {} {}",
        answer.status(),
        ERROR.matcher(error).matches() ? error : "");
    return GoogleHttp.unavailable();
  }
}
