package dev.lifeos.edge.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Buckets in this process. The longest unused are forgotten, which at worst fills them. */
@Component
public class LocalBuckets {

  private static final int MOST = 100_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofMinutes(10)).build();

  /** The bucket of somebody under a policy. */
  public Bucket of(String policy, String who, LimitProperties.Policy rule) {
    return buckets.get(
        policy + ":" + who, key -> Bucket.builder().addLimit(rule.bandwidth()).build());
  }
}
