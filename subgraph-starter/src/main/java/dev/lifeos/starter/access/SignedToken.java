package dev.lifeos.starter.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** The form of an access token: a JWT of type at+jwt, signed by ES256 (RFC 9068). */
public final class SignedToken {

  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

  private SignedToken() {}

  /**
   * Signs the claims.
   *
   * @param key with its private part, on P-256, and an id
   */
  public static String of(JWTClaimsSet claims, ECKey key) {
    var header = new JWSHeader.Builder(ALGORITHM).type(TYPE).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
    return token.serialize();
  }
}
