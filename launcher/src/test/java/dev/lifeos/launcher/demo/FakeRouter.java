package dev.lifeos.launcher.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers each operation, by its name, with what it was taught, and keeps what it was asked. */
final class FakeRouter implements AutoCloseable {
  record Request(String operation, JsonNode variables, String authorization) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private volatile String mails = "[]";

  FakeRouter() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/graphql", this::answer);
    server.createContext("/mail/api/messages", this::mails);
    server.start();
  }

  /** Teaches the body of the answer to an operation. */
  FakeRouter answers(String operation, String body) {
    answers.put(operation, body);
    return this;
  }

  /** Teaches the body of the answer to an operation for the person with an address. */
  FakeRouter answersEmail(String operation, String email, String body) {
    return answers(operation + email, body);
  }

  /** The mails that come once somebody has registered. */
  FakeRouter mailsAfterRegistration(String body) {
    mails = body;
    return this;
  }

  MailBox mailBox() {
    return new MailBox(URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort())));
  }

  GraphQlClient client() {
    return new GraphQlClient(
        URI.create("http://127.0.0.1:%d/graphql".formatted(server.getAddress().getPort())));
  }

  List<Request> asked(String operation) {
    return requests.stream().filter(request -> request.operation().equals(operation)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void mails(HttpExchange exchange) throws IOException {
    String body = asked("RegisterUser").isEmpty() ? "[]" : mails;
    byte[] answer = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    String operation = body.path("query").asString("").split("[ ({]+", 3)[1];
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    requests.add(
        new Request(operation, body.path("variables"), authorization == null ? "" : authorization));
    String email = body.at("/variables/input/email").asString("");
    String taught = answers.getOrDefault(operation, "{\"data\":{}}");
    byte[] answer =
        answers.getOrDefault(operation + email, taught).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
