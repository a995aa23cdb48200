package dev.lifeos.edge.limit;

import io.github.bucket4j.Bandwidth;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be asked for.
 *
 * @param redisUrl where all edges count together, e.g. {@code rediss://:password@redis:6379}
 * @param policies token buckets by name: {@code person}, {@code anonymous}, {@code webhook}, {@code
 *     bad-token}
 * @param costs what a mutation takes, by its root field; every other request takes one
 * @param redisTimeout how long Redis may take to answer; then this process counts for itself
 */
@ConfigurationProperties("lifeos.edge.limit")
public record LimitProperties(
    URI redisUrl,
    Map<String, Policy> policies,
    @DefaultValue Map<String, Integer> costs,
    @DefaultValue("40ms") Duration redisTimeout) {

  /** The policy of that name, which must be configured. */
  public Policy policy(String name) {
    var policy = policies.get(name);
    if (policy == null) {
      throw new IllegalStateException("lifeos.edge.limit.policies." + name + " is not set");
    }
    return policy;
  }

  /**
   * A token bucket.
   *
   * @param tokens how many it holds, and how many flow in {@code per} that time, evenly
   * @param per the time in which an empty bucket is full again
   */
  public record Policy(long tokens, Duration per) {

    Bandwidth bandwidth() {
      return Bandwidth.builder().capacity(tokens).refillGreedy(tokens, per).build();
    }
  }
}
