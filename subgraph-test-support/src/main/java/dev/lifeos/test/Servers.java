package dev.lifeos.test;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real servers of this JVM's tests, each started when it is first needed and ended with the
 * JVM.
 */
public final class Servers {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Servers() {}

  /** A fresh, empty database's JDBC URL, with user and password in it. */
  public static String newDatabase() {
    var name = "test_" + DATABASES.incrementAndGet();
    try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return Postgres.SERVER.getJdbcUrl("postgres", name);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Where Redis is. */
  public static URI redis() {
    return Redis.SERVER.url();
  }

  /** Where the public keys of {@link Tokens} are served, as auth would. */
  public static URI jwks() {
    return URI.create("http://127.0.0.1:" + Jwks.SERVER.getAddress().getPort() + "/jwks.json");
  }

  private static final class Postgres {

    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        // Every test context keeps a pool of its own.
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static final class Redis {

    static final StoppableRedis SERVER = start();

    private static StoppableRedis start() {
      var server = new StoppableRedis();
      server.start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
      return server;
    }
  }

  private static final class Jwks {

    static final HttpServer SERVER = start();

    private static HttpServer start() {
      try {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(address, 0);
        var body = Tokens.jwks().getBytes(StandardCharsets.UTF_8);
        server.createContext(
            "/jwks.json",
            exchange -> {
              try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
              }
            });
        server.start();
        return server;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
