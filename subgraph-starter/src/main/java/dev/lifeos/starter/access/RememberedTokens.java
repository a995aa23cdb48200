package dev.lifeos.starter.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * Verifies a token once in a while: its signature costs as much as a small query does. Whether it
 * has ended is looked at each time. It is believed for as long as the keys are, which are fetched
 * anew every five minutes, so a withdrawn key counts at most twice as late.
 */
final class RememberedTokens implements JwtDecoder {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 5_000;

  private final JwtDecoder decoder;
  private final JwtTimestampValidator time;
  private final Cache<String, Jwt> good =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  RememberedTokens(JwtDecoder decoder, JwtTimestampValidator time) {
    this.decoder = decoder;
    this.time = time;
  }

  @Override
  public Jwt decode(String token) {
    var known = good.getIfPresent(token);
    if (known != null && !time.validate(known).hasErrors()) {
      return known;
    }
    var verified = decoder.decode(token);
    good.put(token, verified);
    return verified;
  }
}
