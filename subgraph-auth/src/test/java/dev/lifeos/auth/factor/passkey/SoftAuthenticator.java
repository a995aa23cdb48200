package dev.lifeos.auth.factor.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A browser with an authenticator of one passkey (ES256), in software. What it does can be changed
 * to what an attacker would do.
 */
final class SoftAuthenticator {

  private static final int USER_PRESENT = 1;
  private static final int USER_VERIFIED = 4;
  private static final int ATTESTED = 0x40;

  private final byte[] credentialId = random(32);
  private final KeyPair keys = keys();
  private String origin = "http://localhost:3000";
  private String rpId = "localhost";
  private boolean verifies = true;
  private byte[] handle = new byte[0];
  private int signed;

  SoftAuthenticator at(String otherOrigin) {
    origin = otherOrigin;
    return this;
  }

  SoftAuthenticator forSite(String otherRpId) {
    rpId = otherRpId;
    return this;
  }

  SoftAuthenticator withoutVerification() {
    verifies = false;
    return this;
  }

  /** Says that it is the passkey of the person whom authenticators know by that handle. */
  SoftAuthenticator of(byte[] otherHandle) {
    handle = otherHandle;
    return this;
  }

  /** Has signed so often already. */
  SoftAuthenticator having(int times) {
    signed = times;
    return this;
  }

  byte[] handle() {
    return handle.clone();
  }

  String id() {
    return base64(credentialId);
  }

  /** {@code navigator.credentials.create}. */
  Map<String, Object> create(JsonNode options) {
    handle = Base64.getUrlDecoder().decode(options.at("/user/id").asString());
    var client = clientData("webauthn.create", options);
    var data = authenticatorData(ATTESTED, attestedCredential());
    var attestation = new LinkedHashMap<String, Object>();
    attestation.put("fmt", "none");
    attestation.put("attStmt", Map.of());
    attestation.put("authData", data);
    return credential(
        Map.of(
            "clientDataJSON", base64(client),
            "attestationObject", base64(Cbor.of(attestation)),
            "authenticatorData", base64(data),
            "publicKeyAlgorithm", -7,
            "publicKey", base64(keys.getPublic().getEncoded()),
            "transports", List.of("internal", "hybrid")));
  }

  /** {@code navigator.credentials.get}. */
  Map<String, Object> get(JsonNode options) {
    signed++;
    var client = clientData("webauthn.get", options);
    var data = authenticatorData(0, new byte[0]);
    return credential(
        Map.of(
            "clientDataJSON", base64(client),
            "authenticatorData", base64(data),
            "signature", base64(sign(data, client)),
            "userHandle", base64(handle)));
  }

  private Map<String, Object> credential(Map<String, Object> response) {
    return Map.of(
        "id",
        id(),
        "rawId",
        id(),
        "type",
        "public-key",
        "authenticatorAttachment",
        "platform",
        "clientExtensionResults",
        Map.of(),
        "response",
        response);
  }

  private byte[] clientData(String type, JsonNode options) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, options.path("challenge").asString(), origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] authenticatorData(int more, byte[] attested) {
    var flags = USER_PRESENT | (verifies ? USER_VERIFIED : 0) | more;
    var out = new ByteArrayOutputStream();
    out.writeBytes(sha256(rpId.getBytes(StandardCharsets.UTF_8)));
    out.write(flags);
    out.writeBytes(ByteBuffer.allocate(4).putInt(signed).array());
    out.writeBytes(attested);
    return out.toByteArray();
  }

  private byte[] attestedCredential() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    var cose = new LinkedHashMap<Integer, Object>();
    cose.put(1, 2);
    cose.put(3, -7);
    cose.put(-1, 1);
    cose.put(-2, coordinate(point.getAffineX()));
    cose.put(-3, coordinate(point.getAffineY()));
    var key = Cbor.of(cose);
    return ByteBuffer.allocate(18 + credentialId.length + key.length)
        .put(new byte[16])
        .putShort((short) credentialId.length)
        .put(credentialId)
        .put(key)
        .array();
  }

  private byte[] sign(byte[] data, byte[] client) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] coordinate(BigInteger number) {
    var bytes = number.toByteArray();
    var fixed = new byte[32];
    var length = Math.min(bytes.length, fixed.length);
    System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
    return fixed;
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
