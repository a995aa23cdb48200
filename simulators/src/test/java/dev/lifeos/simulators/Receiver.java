package dev.lifeos.simulators;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who is told: a real HTTP server that keeps what it hears. */
final class Receiver implements AutoCloseable {
  record Message(String body, Headers headers) {
    String header(String name) {
      String value = headers.getFirst(name);
      return value == null ? "" : value;
    }
  }

  private final HttpServer server;
  private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
  private volatile int status = 200;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::hear);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  void answers(int next) {
    status = next;
  }

  Message next() throws InterruptedException {
    Message message = heard.poll(10, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("nothing was heard");
    }
    return message;
  }

  boolean silent() throws InterruptedException {
    return heard.poll(300, TimeUnit.MILLISECONDS) == null;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int answer = status;
    heard.add(new Message(body, exchange.getRequestHeaders()));
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }
}
