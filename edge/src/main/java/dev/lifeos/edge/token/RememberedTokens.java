package dev.lifeos.edge.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies a token once in a while: its signature takes most of what the edge adds to a request.
 * Whether it has ended is looked at each time. It is believed for as long as the keys are, which
 * are fetched anew every five minutes, so a withdrawn key counts at most twice as late.
 */
final class RememberedTokens implements ReactiveJwtDecoder {

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 20_000;

  private final ReactiveJwtDecoder decoder;
  private final JwtTimestampValidator time;
  private final Cache<String, Jwt> good =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  RememberedTokens(ReactiveJwtDecoder decoder, JwtTimestampValidator time) {
    this.decoder = decoder;
    this.time = time;
  }

  @Override
  public Mono<Jwt> decode(String token) {
    var known = good.getIfPresent(token);
    if (known != null && !time.validate(known).hasErrors()) {
      return Mono.just(known);
    }
    return decoder.decode(token).doOnNext(verified -> good.put(token, verified));
  }
}
