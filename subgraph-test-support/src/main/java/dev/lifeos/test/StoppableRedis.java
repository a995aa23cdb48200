package dev.lifeos.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** A real Redis of one test, at a port of its own, that may go away and come back empty. */
public final class StoppableRedis implements AutoCloseable {

  private final int port = freePort();
  private @Nullable RedisServer server;

  /** Makes it be there. */
  public void start() {
    try {
      server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
      server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Makes it be gone, with all that it held. */
  public void stop() {
    try {
      if (server != null) {
        server.stop();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where it is, whenever it is there. */
  public URI url() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** The port of {@link #url()}. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    stop();
  }

  static int freePort() {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
