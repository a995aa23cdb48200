package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.GoogleProperties;
import dev.lifeos.simulators.google.account.GoogleAccount;
import dev.lifeos.simulators.google.account.GoogleAccounts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What an access token tells of the person. */
@RestController
class UserInfoController {
  private final GoogleProperties google;
  private final Grants grants;
  private final GoogleAccounts accounts;

  UserInfoController(GoogleProperties google, Grants grants, GoogleAccounts accounts) {
    this.google = google;
    this.grants = grants;
    this.accounts = accounts;
  }

  @GetMapping("/v1/userinfo")
  Map<String, Object> userInfo(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
    Grant grant =
        grants
            .byAccessToken(authorization.replaceFirst("^Bearer ", ""))
            .orElseThrow(() -> new OAuthError(401, "invalid_request", "Invalid Credentials"));
    GoogleAccount account = accounts.enter(grant.email(), "");
    Map<String, Object> answer = new LinkedHashMap<>(Map.of("sub", account.sub()));
    answer.putAll(Claims.of(account, grant.scopes(), google.issuer()));
    return answer;
  }
}
