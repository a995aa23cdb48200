package dev.lifeos.auth.factor.passkey;

import dev.lifeos.auth.factor.common.FactorErrorCode;
import dev.lifeos.starter.error.InvalidInput;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Options and answers as browsers have them in JSON (WebAuthn 3, 5.1.8). */
final class PasskeyJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>
      ATTESTATION = new TypeReference<>() {};
  private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>
      ASSERTION = new TypeReference<>() {};

  private static final Set<String> TRANSPORTS =
      Stream.of(AuthenticatorTransport.values())
          .map(AuthenticatorTransport::getValue)
          .collect(Collectors.toUnmodifiableSet());

  private PasskeyJson() {}

  static Map<String, Object> options(Object options) {
    return JSON.convertValue(options, OBJECT);
  }

  static PublicKeyCredential<AuthenticatorAttestationResponse> attestation(Object credential) {
    var answer = read(withKnownTransports(credential), ATTESTATION);
    if (Stream.of(
            answer.getResponse().getClientDataJSON(), answer.getResponse().getAttestationObject())
        .anyMatch(Objects::isNull)) {
      throw refused();
    }
    return answer;
  }

  static PublicKeyCredential<AuthenticatorAssertionResponse> assertion(Object credential) {
    return read(credential, ASSERTION);
  }

  static InvalidInput refused() {
    return InvalidInput.of(
        FactorErrorCode.INVALID_PASSKEY,
        "The passkey's answer proves nothing here.",
        "input",
        "credential");
  }

  // The library reads those that it does not know as null, and fails at it.
  private static JsonNode withKnownTransports(Object credential) {
    var answer = JSON.<JsonNode>valueToTree(credential);
    if (answer.at("/response/transports") instanceof ArrayNode transports) {
      transports.removeIf(each -> !each.isString() || !TRANSPORTS.contains(each.stringValue()));
    }
    return answer;
  }

  private static <T> T read(Object credential, TypeReference<T> type) {
    try {
      return JSON.convertValue(credential, type);
    } catch (JacksonException | IllegalArgumentException malformed) {
      throw refused();
    }
  }
}
