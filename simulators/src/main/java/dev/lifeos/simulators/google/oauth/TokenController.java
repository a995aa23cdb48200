package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.account.GoogleAccounts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The token and revocation endpoints. */
@RestController
class TokenController {
  private final ClientCheck client;
  private final Grants grants;
  private final IdTokens idTokens;
  private final GoogleAccounts accounts;

  TokenController(ClientCheck client, Grants grants, IdTokens idTokens, GoogleAccounts accounts) {
    this.client = client;
    this.grants = grants;
    this.idTokens = idTokens;
    this.accounts = accounts;
  }

  @PostMapping(path = "/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Map<String, Object>> token(
      @RequestParam Map<String, String> form,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String header) {
    client.check(form, header);
    Map<String, Object> answer =
        switch (form.getOrDefault("grant_type", "")) {
          case "authorization_code" -> redeemed(form);
          case "refresh_token" -> refreshed(form);
          default ->
              throw new OAuthError(
                  400,
                  "unsupported_grant_type",
                  "Invalid grant_type: " + form.getOrDefault("grant_type", ""));
        };
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
  }

  private Map<String, Object> redeemed(Map<String, String> form) {
    Code code =
        grants
            .redeem(form.getOrDefault("code", ""))
            .orElseThrow(() -> OAuthError.invalidGrant("Malformed auth code."));
    if (!code.request().redirectUri().equals(form.get("redirect_uri"))) {
      throw new OAuthError(400, "redirect_uri_mismatch", "Bad Request");
    }
    code.request().pkce().check(form.get("code_verifier"));
    Map<String, Object> answer = answer(code.grant(), code.request().nonce());
    if (code.refreshable()) {
      answer.put("refresh_token", grants.refreshToken(code.grant()));
    }
    return answer;
  }

  private Map<String, Object> refreshed(Map<String, String> form) {
    Grant grant =
        grants
            .byRefreshToken(form.getOrDefault("refresh_token", ""))
            .orElseThrow(() -> OAuthError.invalidGrant("Token has been expired or revoked."));
    return answer(grant, null);
  }

  private Map<String, Object> answer(Grant grant, @Nullable String nonce) {
    String access = grants.accessToken(grant);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", access);
    answer.put("expires_in", Grants.ACCESS.toSeconds());
    answer.put("scope", String.join(" ", grant.scopes()));
    answer.put("token_type", "Bearer");
    if (grant.scopes().contains(Scope.OPENID.value())) {
      answer.put("id_token", idTokens.of(accounts.enter(grant.email(), ""), grant, access, nonce));
    }
    return answer;
  }

  @PostMapping("/revoke")
  Map<String, Object> revoke(@RequestParam(defaultValue = "") String token) {
    if (!grants.revoke(token)) {
      throw new OAuthError(400, "invalid_token", "Token expired or revoked");
    }
    return Map.of();
  }
}
