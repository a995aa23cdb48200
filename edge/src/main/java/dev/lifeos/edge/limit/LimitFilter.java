package dev.lifeos.edge.limit;

import dev.lifeos.edge.error.Refusal;
import dev.lifeos.edge.request.ClientNetwork;
import dev.lifeos.edge.route.RouteKind;
import io.github.bucket4j.ConsumptionProbe;
import java.security.Principal;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses what is too much for one person or address, and tells everyone how much is left, as <a
 * href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header
 * fields for HTTP</a> has it.
 */
@Component
class LimitFilter implements GlobalFilter, Ordered {

  private final Buckets buckets;
  private final LimitProperties limits;
  private final RequestCost costs;

  LimitFilter(Buckets buckets, LimitProperties limits, RequestCost costs) {
    this.buckets = buckets;
    this.limits = limits;
    this.costs = costs;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 200;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return exchange
        .getPrincipal()
        .map(Principal::getName)
        .map(subject -> new Payer("person", subject))
        .defaultIfEmpty(new Payer("anonymous", ClientNetwork.of(exchange)))
        .map(payer -> RouteKind.of(exchange) == RouteKind.WEBHOOK ? payer.under("webhook") : payer)
        .flatMap(payer -> take(exchange, payer))
        .then(Mono.defer(() -> chain.filter(exchange)));
  }

  private Mono<Void> take(ServerWebExchange exchange, Payer payer) {
    var rule = limits.policy(payer.policy());
    // What costs more than a bucket holds could never be had.
    var cost = (int) Math.min(costs.of(exchange), rule.tokens());
    return buckets
        .take(payer.policy(), payer.who(), rule, cost)
        .flatMap(probe -> {
          tell(exchange, payer.policy(), rule, probe);
          return probe.isConsumed() ? Mono.empty() : Mono.error(refusal(probe));
        });
  }

  private static void tell(
      ServerWebExchange exchange,
      String policy,
      LimitProperties.Policy rule,
      ConsumptionProbe probe) {
    var headers = exchange.getResponse().getHeaders();
    headers.set(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(policy, rule.tokens(), rule.per().toSeconds()));
    headers.set(
        "RateLimit",
        "\"%s\";r=%d;t=%d"
            .formatted(
                policy,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()).plusMillis(999).toSeconds()));
  }

  private static Refusal refusal(ConsumptionProbe probe) {
    return new Refusal(
        HttpStatus.TOO_MANY_REQUESTS,
        "Too many requests: wait.",
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private record Payer(String policy, String who) {

    Payer under(String other) {
      return new Payer(other, who);
    }
  }
}
