package dev.lifeos.auth;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import dev.lifeos.test.SqlCount;
import dev.lifeos.test.SubgraphTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * What the tests of this subgraph share: a clock that can be put forward, and people who register.
 */
@SubgraphTest
@Import(AuthTest.Time.class)
@TestPropertySource(
    properties = {
      AuthTest.MASTER_KEY,
      "lifeos.admin.email=Admin@Example.org",
      "lifeos.admin.password=" + AuthTest.PASSWORD,
      "lifeos.service-clients.finance.secret=" + AuthTest.SECRET,
      "lifeos.service-clients.finance.scopes=notification:write"
    })
abstract class AuthTest {

  static final String MASTER_KEY = "lifeos.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  static final String PASSWORD = "seven-lanterns-under-oak";
  static final String SECRET = "a-secret-of-at-least-thirty-two-characters";
  static final String SESSION =
      "session { accessToken accessTokenExpiresAt refreshToken } errors { code path }";

  @Autowired Graph graph;
  @Autowired SqlCount sql;
  @Autowired Time.MovingClock clock;

  static String address() {
    return UUID.randomUUID() + "@example.org";
  }

  Answer mutate(Graph as, String field, Map<String, ?> input, String selection) {
    var type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input";
    var document =
        "mutation ($input: %s!) { %s(input: $input) { %s } }".formatted(type, field, selection);
    return as.send(document, Map.of("input", input));
  }

  Answer register(String email, Map<String, ?> more) {
    var input = new HashMap<String, Object>();
    input.put("email", email);
    input.put("password", PASSWORD);
    input.put("fullName", "Ann Example");
    input.putAll(more);
    return mutate(graph, "registerUser", input, "user { id } " + SESSION);
  }

  Somebody somebody() {
    var email = address();
    var answer = register(email, Map.of("timeZone", "Europe/Berlin")).ok();
    return new Somebody(
        String.valueOf(answer.data("registerUser.user.id")),
        email,
        String.valueOf(answer.data("registerUser.session.accessToken")),
        String.valueOf(answer.data("registerUser.session.refreshToken")));
  }

  Answer login(String email, String password) {
    return mutate(
        graph, "login", Map.of("email", email, "password", password), "user { id } " + SESSION);
  }

  Answer refresh(String token) {
    return mutate(graph, "refreshSession", Map.of("refreshToken", token), SESSION);
  }

  static List<Answer> atOnce(int times, Supplier<Answer> request) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, times)
              .mapToObj(index -> CompletableFuture.supplyAsync(request, executor))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    }
  }

  record Somebody(String id, String email, String accessToken, String refreshToken) {}

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {

    @Bean
    MovingClock clock() {
      return new MovingClock();
    }

    /** The real time, and what the test adds to it. */
    static final class MovingClock extends Clock {

      private volatile Duration ahead = Duration.ZERO;

      void ahead(Duration duration) {
        ahead = duration;
      }

      @Override
      public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    }
  }
}
