package dev.lifeos.starter.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the keys not too often, whatever is asked of it: tokens of unknown keys cost auth little,
 * and are refused by the keys that are known. Nimbus's own limit says "unavailable" then, and
 * counts a failure like a success.
 */
class SparingKeySource extends JWKSetSourceWrapper<SecurityContext> {

  private static final long MILLIS_AFTER_SUCCESS = 3_000;
  private static final long MILLIS_AFTER_FAILURE = 1_000;

  private @Nullable JWKSet known;
  private long nextFetch;

  SparingKeySource(JWKSetSource<SecurityContext> source) {
    super(source);
  }

  @Override
  public synchronized JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    if (now < nextFetch) {
      if (known == null) {
        throw new JWKSetUnavailableException("The keys could not be fetched just now");
      }
      return known;
    }
    known = null;
    nextFetch = now + MILLIS_AFTER_FAILURE;
    known = getSource().getJWKSet(refresh, now, context);
    nextFetch = now + MILLIS_AFTER_SUCCESS;
    return known;
  }
}
