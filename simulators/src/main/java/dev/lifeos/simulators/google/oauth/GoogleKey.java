package dev.lifeos.simulators.google.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The key that signs ID tokens (RS256); a new one at each start, and whenever it is rotated. */
@Component
class GoogleKey {
  private static final int BITS = 2_048;

  private volatile RSAKey current = fresh();
  private volatile RSAKey previous = current;

  /** What others verify by: the key that signs, and the one before it. */
  Map<String, Object> published() {
    JWKSet keys =
        current.equals(previous) ? new JWKSet(current) : new JWKSet(List.of(current, previous));
    return keys.toJSONObject(true);
  }

  String sign(JWTClaimsSet claims) {
    RSAKey key = current;
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build(),
            claims);
    try {
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized void rotate() {
    previous = current;
    current = fresh();
  }

  private static RSAKey fresh() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
