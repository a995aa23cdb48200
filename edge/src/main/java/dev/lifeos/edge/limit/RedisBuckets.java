package dev.lifeos.edge.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Buckets in Redis, which all edges share. */
@Component
class RedisBuckets {

  private static final String PREFIX = "lifeos:edge:limit:";

  private final RedisConnection redis;
  private final AtomicReference<@Nullable AsyncProxyManager<String>> manager =
      new AtomicReference<>();

  RedisBuckets(RedisConnection redis) {
    this.redis = redis;
  }

  /** Takes tokens; fails where Redis cannot be asked. */
  Mono<ConsumptionProbe> take(String policy, String who, LimitProperties.Policy rule, int cost) {
    return Mono.defer(() ->
        Mono.fromFuture(
            manager()
                .builder()
                .build(
                    PREFIX + policy + ":" + who,
                    () -> CompletableFuture.completedFuture(configuration(rule)))
                .tryConsumeAndReturnRemaining(cost)));
  }

  private AsyncProxyManager<String> manager() {
    var known = manager.get();
    if (known != null) {
      return known;
    }
    var connection =
        redis.get().orElseThrow(() -> new RedisException("There is no connection to Redis yet"));
    var made = over(connection);
    manager.set(made);
    return made;
  }

  private static AsyncProxyManager<String> over(
      StatefulRedisConnection<String, byte[]> connection) {
    // A full bucket is the same as none, so a bucket is kept until it would be full again.
    var kept =
        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10));
    return Bucket4jLettuce.casBasedBuilder(connection).expirationAfterWrite(kept).build().asAsync();
  }

  private static BucketConfiguration configuration(LimitProperties.Policy rule) {
    return BucketConfiguration.builder().addLimit(rule.bandwidth()).build();
  }
}
