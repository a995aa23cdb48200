package dev.lifeos.edge.token;

import dev.lifeos.edge.error.Refusal;
import dev.lifeos.edge.limit.LimitProperties;
import dev.lifeos.edge.limit.LocalBuckets;
import dev.lifeos.edge.request.ClientNetwork;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Who keeps sending bad tokens is refused before the next one is checked: a signature costs more
 * than a request. Counted per address in this process, so that a good token costs no look-up.
 */
@Component
class BadTokens implements WebFilter {

  private static final String POLICY = "bad-token";

  private final LocalBuckets buckets;
  private final LimitProperties.Policy policy;

  BadTokens(LocalBuckets buckets, LimitProperties limits) {
    this.buckets = buckets;
    this.policy = limits.policy(POLICY);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
      return chain.filter(exchange);
    }
    var left = bucket(exchange).estimateAbilityToConsume(1);
    if (left.canBeConsumed()) {
      return chain.filter(exchange);
    }
    return Mono.error(
        new Refusal(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many bad tokens came from this address: wait.",
            Duration.ofNanos(left.getNanosToWaitForRefill())));
  }

  /** Counts one. */
  void count(ServerWebExchange exchange) {
    bucket(exchange).tryConsume(1);
  }

  private Bucket bucket(ServerWebExchange exchange) {
    return buckets.of(POLICY, ClientNetwork.of(exchange), policy);
  }
}
