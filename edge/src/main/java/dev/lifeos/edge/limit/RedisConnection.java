package dev.lifeos.edge.limit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The connection to Redis. The edge starts without it and goes on without it; commands that find no
 * connection fail at once in place of waiting for one.
 */
@Component
public final class RedisConnection {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  // By itself Lettuce comes to wait half a minute before it tries to connect again.
  private final ClientResources resources =
      ClientResources.builder()
          .reconnectDelay(Delay.exponential(Duration.ZERO, PAUSE, 2, TimeUnit.MILLISECONDS))
          .build();
  private final RedisClient client;
  private final Disposable connecting;
  private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;

  RedisConnection(LimitProperties limits) {
    var uri = RedisURI.create(limits.redisUrl());
    client = RedisClient.create(resources, uri);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(PAUSE).build())
            .build());
    connecting =
        Mono.fromFuture(() -> client.connectAsync(CODEC, uri).toCompletableFuture())
            .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
            .subscribe(connected -> connection = connected);
  }

  /** The connection, where there has been one; it may be broken just now. */
  public Optional<StatefulRedisConnection<String, byte[]>> get() {
    return Optional.ofNullable(connection);
  }

  @PreDestroy
  void close() {
    connecting.dispose();
    client.shutdownAsync().whenComplete((done, failure) -> resources.shutdown());
  }
}
