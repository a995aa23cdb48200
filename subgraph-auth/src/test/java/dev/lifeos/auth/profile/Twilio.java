package dev.lifeos.auth.profile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Twilio's messages by its contract: form in, 201 or an error with a code out. */
public final class Twilio {

  /** The account. */
  public static final String ACCOUNT = "AC00000000000000000000000000000001";

  /** Its token. */
  public static final String TOKEN = "twilio-token";

  /** The number that sends. */
  public static final String FROM = "+15005550006";

  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  private final HttpServer server;
  private final List<Map<String, String>> sent = new CopyOnWriteArrayList<>();
  private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

  private Twilio(HttpServer server) {
    this.server = server;
  }

  static Twilio start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var twilio = new Twilio(HttpServer.create(address, 0));
      twilio.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      twilio.server.createContext("/", twilio::answer);
      twilio.server.start();
      return twilio;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on messages to that number are refused. */
  public void refuse(String number, int status, int code) {
    refusals.put(number, new Refusal(status, code));
  }

  /** The messages to that number. */
  public List<Map<String, String>> to(String number) {
    return sent.stream().filter(message -> number.equals(message.get("To"))).toList();
  }

  /** The code in the last message to that number. */
  public String code(String number) {
    var text = to(number).getLast().getOrDefault("Body", "");
    var code = CODE.matcher(text);
    if (!code.find()) {
      throw new AssertionError("No code in " + text);
    }
    return code.group(1);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      var refusal = refusal(exchange, form);
      var body =
          refusal == null
              ? "{\"sid\": \"SM1\", \"status\": \"queued\"}"
              : "{\"code\": %d, \"message\": \"no\", \"more_info\": \"-\", \"status\": %d}"
                  .formatted(refusal.code(), refusal.status());
      if (refusal == null) {
        sent.add(form);
      }
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(refusal == null ? 201 : refusal.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private @org.jspecify.annotations.Nullable Refusal refusal(
      HttpExchange exchange, Map<String, String> form) {
    var basic =
        Base64.getEncoder()
            .encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
    if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return new Refusal(401, 20003);
    }
    var path = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
    if (!exchange.getRequestURI().getPath().equals(path) || !FROM.equals(form.get("From"))) {
      return new Refusal(404, 20404);
    }
    return refusals.get(form.getOrDefault("To", ""));
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private record Refusal(int status, int code) {}
}
