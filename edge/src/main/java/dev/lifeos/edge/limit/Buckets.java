package dev.lifeos.edge.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes tokens from the buckets in Redis. While Redis is away, or too slow, this process counts for
 * itself: then each edge lets through as much as all of them together should.
 */
@Component
class Buckets {

  private static final Logger LOG = LoggerFactory.getLogger(Buckets.class);
  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final String METRIC = "lifeos.edge.limit.local";

  private final RedisBuckets redis;
  private final LocalBuckets local;
  private final LimitProperties limits;
  private final MeterRegistry meters;
  private final Clock clock;
  private final AtomicReference<Instant> told = new AtomicReference<>(Instant.EPOCH);

  // A Redis that hangs costs its time-out a few times, not on each request.
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "limit-redis",
          CircuitBreakerConfig.custom()
              .slidingWindowSize(10)
              .minimumNumberOfCalls(3)
              .waitDurationInOpenState(Duration.ofSeconds(2))
              .permittedNumberOfCallsInHalfOpenState(2)
              .build());

  Buckets(
      RedisBuckets redis,
      LocalBuckets local,
      LimitProperties limits,
      MeterRegistry meters,
      Clock clock) {
    this.redis = redis;
    this.local = local;
    this.limits = limits;
    this.meters = meters;
    this.clock = clock;
  }

  Mono<ConsumptionProbe> take(String policy, String who, LimitProperties.Policy rule, int cost) {
    return redis
        .take(policy, who, rule, cost)
        .timeout(limits.redisTimeout())
        .transformDeferred(CircuitBreakerOperator.of(breaker))
        .onErrorResume(failure -> {
          tell(failure);
          return Mono.just(local.of(policy, who, rule).tryConsumeAndReturnRemaining(cost));
        });
  }

  private void tell(Throwable failure) {
    meters.counter(METRIC).increment();
    var now = clock.instant();
    var before = told.get();
    if (before.plus(SILENCE).isBefore(now) && told.compareAndSet(before, now)) {
      LOG.warn("Redis does not answer; this edge counts for itself: {}", failure.toString());
    }
  }
}
