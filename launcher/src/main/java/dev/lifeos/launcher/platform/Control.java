package dev.lifeos.launcher.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.process.Supervisor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Executors;

/**
 * Takes requests from other commands on a loopback port; each must bring the secret of this LifeOS.
 */
final class Control implements AutoCloseable {
  static final String RESTART = "/restart/";

  private final HttpServer server;
  private final Supervisor supervisor;
  private final byte[] expected;

  Control(Supervisor supervisor, String secret) throws IOException {
    this.supervisor = supervisor;
    this.expected = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(RESTART, this::restart);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void restart(HttpExchange exchange) throws IOException {
    if (!allowed(exchange)) {
      answer(exchange, 403, "");
      return;
    }
    try {
      supervisor.restart(exchange.getRequestURI().getPath().substring(RESTART.length()));
      answer(exchange, 200, "");
    } catch (Failure e) {
      answer(exchange, 409, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer(exchange, 503, "LifeOS is going down.");
    }
  }

  private boolean allowed(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return exchange.getRequestMethod().equals("POST")
        && given != null
        && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
