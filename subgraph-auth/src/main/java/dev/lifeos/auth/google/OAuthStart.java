package dev.lifeos.auth.google;

import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.key.Vault;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.ids.Ids;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends people to Google: the authorization code flow with PKCE, state and nonce. */
@Service
class OAuthStart {

  private static final int MOST_STARTS = 60;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final GoogleProperties google;
  private final GoogleTokens tokens;
  private final OAuthAttempts attempts;
  private final Vault vault;
  private final StepUp stepUp;
  private final Throttle throttle;

  OAuthStart(
      GoogleProperties google,
      GoogleTokens tokens,
      OAuthAttempts attempts,
      Vault vault,
      StepUp stepUp,
      Throttle throttle) {
    this.google = google;
    this.tokens = tokens;
    this.attempts = attempts;
    this.vault = vault;
    this.stepUp = stepUp;
    this.throttle = throttle;
  }

  StartOAuthPayload start(OAuthPurpose purpose, Caller caller, Device device) {
    if (!google.configured()) {
      throw InvalidInput.of(
          GoogleErrorCode.PROVIDER_NOT_AVAILABLE,
          "Google is not set up here.",
          "input",
          "provider");
    }
    var owner = purpose.owner(caller);
    if (purpose == OAuthPurpose.LINK) {
      stepUp.require(caller);
    }
    if (device.ip() != null) {
      throttle.attempt("oauth", device.ip(), MOST_STARTS, WINDOW);
    }
    var id = Ids.next();
    var secrets = AttemptSecrets.fresh();
    var state = OneTimeToken.fresh();
    var binding = OneTimeToken.fresh();
    var attempt = new OAuthAttempt(id, purpose, owner, secrets.seal(id, vault));
    var expiry = attempts.add(attempt, state, binding);
    return new StartOAuthPayload(uri(purpose, state, secrets), binding.value(), expiry, List.of());
  }

  private URI uri(OAuthPurpose purpose, OneTimeToken state, AttemptSecrets secrets) {
    var uri =
        UriComponentsBuilder.fromUri(google.authorizationUri())
            .queryParam("response_type", "code")
            .queryParam("client_id", "{client}")
            .queryParam("redirect_uri", "{redirect}")
            .queryParam("scope", "{scopes}")
            .queryParam("state", state.value())
            .queryParam("nonce", secrets.nonce().value())
            .queryParam("code_challenge", secrets.challenge())
            .queryParam("code_challenge_method", "S256");
    purpose.parameters().forEach(uri::queryParam);
    return uri.encode()
        .buildAndExpand(
            Map.of(
                "client", google.clientId(),
                "redirect", tokens.redirectUri(),
                "scopes", purpose.scopes()))
        .toUri();
  }
}
