package dev.lifeos.auth.profile.avatar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A store that speaks S3's language: it checks each signature (SigV4) by itself, and the body's
 * hash.
 */
final class FakeS3 {

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8}/([^/]+)/s3/aws4_request),"
              + " ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

  private final HttpServer server;
  private final String accessKey;
  private final String secretKey;
  private final Map<String, Stored> files = new ConcurrentHashMap<>();

  private FakeS3(HttpServer server, String accessKey, String secretKey) {
    this.server = server;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
  }

  static FakeS3 start(String accessKey, String secretKey) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var fake = new FakeS3(HttpServer.create(address, 0), accessKey, secretKey);
      fake.server.createContext("/", fake::answer);
      fake.server.start();
      return fake;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Nullable String type(String path) {
    var stored = files.get(path);
    return stored == null ? null : stored.type();
  }

  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if (!isSigned(exchange, body)) {
        refuse(exchange, 403, "SignatureDoesNotMatch");
        return;
      }
      var path = exchange.getRequestURI().getRawPath();
      switch (exchange.getRequestMethod()) {
        case "PUT" -> {
          files.put(path, new Stored(exchange.getRequestHeaders().getFirst("Content-Type"), body));
          exchange.getResponseHeaders().set("ETag", "\"0\"");
          exchange.sendResponseHeaders(200, -1);
        }
        case "DELETE" -> {
          files.remove(path);
          exchange.sendResponseHeaders(204, -1);
        }
        default -> give(exchange, files.get(path));
      }
    }
  }

  private static void give(HttpExchange exchange, @Nullable Stored stored) throws IOException {
    if (stored == null) {
      refuse(exchange, 404, "NoSuchKey");
      return;
    }
    exchange.sendResponseHeaders(200, stored.bytes().length);
    exchange.getResponseBody().write(stored.bytes());
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    var body =
        "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>no</Message></Error>"
            .formatted(code)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private boolean isSigned(HttpExchange exchange, byte[] body) {
    var headers = exchange.getRequestHeaders();
    var found = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
    if (!found.matches() || !found.group(1).equals(accessKey)) {
      return false;
    }
    var hash = String.valueOf(headers.getFirst("x-amz-content-sha256"));
    var isHashed = hash.equals(hex(sha256(body)));
    if (!isHashed && !(body.length == 0 && hash.equals("UNSIGNED-PAYLOAD"))) {
      return false;
    }
    var signed =
        Arrays.stream(found.group(4).split(";"))
            .map(name -> name + ":" + String.join(",", headers.get(name)).strip() + "\n")
            .collect(Collectors.joining());
    var canonical =
        String.join(
            "\n",
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            exchange.getRequestURI().getRawQuery() == null
                ? ""
                : exchange.getRequestURI().getRawQuery(),
            signed,
            found.group(4),
            hash);
    var toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            String.valueOf(headers.getFirst("X-Amz-Date")),
            found.group(2),
            hex(sha256(canonical.getBytes(StandardCharsets.UTF_8))));
    return hex(hmac(key(found.group(2)), toSign)).equals(found.group(5));
  }

  private byte[] key(String scope) {
    var key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (var part : scope.split("/")) {
      key = hmac(key, part);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private record Stored(@Nullable String type, byte[] bytes) {}
}
