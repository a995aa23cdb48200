package dev.lifeos.auth;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * What the tests of this subgraph share: a clock that can be put forward, and people who register.
 */
@SubgraphTest
@Import(AuthTest.Time.class)
@TestPropertySource(
    properties = {
      AuthTest.MASTER_KEY,
      "db-scheduler.polling-interval=50ms",
      "lifeos.admin.email=Admin@Example.org",
      "lifeos.admin.password=" + AuthTest.PASSWORD,
      "lifeos.service-clients.finance.secret=" + AuthTest.SECRET,
      "lifeos.service-clients.finance.scopes=notification:write,profile:read"
    })
public abstract class AuthTest {

  protected static final String MASTER_KEY =
      "lifeos.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  protected static final String PASSWORD = "seven-lanterns-under-oak";
  protected static final String SECRET = "a-secret-of-at-least-thirty-two-characters";
  protected static final String SESSION =
      "session { accessToken accessTokenExpiresAt refreshToken } errors { code path }";

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry registry) {
    MailBox.register(registry);
  }

  @Autowired protected Graph graph;
  @Autowired protected SqlCount sql;
  @Autowired protected Time.MovingClock clock;

  protected static String address() {
    return UUID.randomUUID() + "@example.org";
  }

  protected Answer mutate(Graph as, String field, Map<String, ?> input, String selection) {
    var type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input";
    var document =
        "mutation ($input: %s!) { %s(input: $input) { %s } }".formatted(type, field, selection);
    return as.send(document, Map.of("input", input));
  }

  protected Answer register(String email, Map<String, ?> more) {
    var input = new HashMap<String, Object>();
    input.put("email", email);
    input.put("password", PASSWORD);
    input.put("fullName", "Ann Example");
    input.putAll(more);
    return mutate(graph, "registerUser", input, "errors { code message path retryAfter }");
  }

  /** Registers somebody and answers the mail. */
  protected Answer join(String email, Map<String, ?> more, String selection) {
    assertThat(register(email, more).ok().list("registerUser.errors")).isEmpty();
    var password = more.containsKey("password") ? (String) more.get("password") : PASSWORD;
    return verify(graph, MailBox.tokenFor(email), password, selection);
  }

  protected Answer verify(Graph as, String token, String selection) {
    return verify(as, token, PASSWORD, selection);
  }

  protected Answer verify(Graph as, String token, String password, String selection) {
    return mutate(as, "verifyEmail", Map.of("token", token, "password", password), selection);
  }

  protected String serviceToken() {
    var input = Map.of("clientId", "finance", "clientSecret", SECRET);
    return String.valueOf(
        mutate(graph, "issueServiceToken", input, "accessToken errors { code }")
            .ok()
            .data("issueServiceToken.accessToken"));
  }

  protected Somebody somebody() {
    return somebody(Map.of("timeZone", "Europe/Berlin"));
  }

  protected Somebody somebody(Map<String, ?> more) {
    var email = address();
    var answer = join(email, more, "user { id } " + SESSION).ok();
    return new Somebody(
        String.valueOf(answer.data("verifyEmail.user.id")),
        email,
        String.valueOf(answer.data("verifyEmail.session.accessToken")),
        String.valueOf(answer.data("verifyEmail.session.refreshToken")));
  }

  protected Answer login(String email, String password) {
    return mutate(
        graph, "login", Map.of("email", email, "password", password), "user { id } " + SESSION);
  }

  /** As many calls of a mutation in one operation, each with the same input. */
  protected Answer repeat(int times, String field, Map<String, ?> input) {
    var type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input";
    var calls =
        IntStream.range(0, times)
            .mapToObj("m%%d: %s(input: $input) { errors { code } }".formatted(field)::formatted)
            .collect(Collectors.joining(" "));
    var document = "mutation ($input: %s!) { %s }".formatted(type, calls);
    return graph.send(document, Map.of("input", input));
  }

  protected Answer refresh(String token) {
    return mutate(graph, "refreshSession", Map.of("refreshToken", token), SESSION);
  }

  @AfterEach
  void back_to_now() {
    clock.ahead(Duration.ZERO);
  }

  protected static List<Answer> atOnce(int times, Supplier<Answer> request) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, times)
              .mapToObj(index -> CompletableFuture.supplyAsync(request, executor))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    }
  }

  protected record Somebody(String id, String email, String accessToken, String refreshToken) {}

  @TestConfiguration(proxyBeanMethods = false)
  protected static class Time {

    @Bean
    MovingClock clock() {
      return new MovingClock();
    }

    /** The real time, and what the test adds to it. */
    public static final class MovingClock extends Clock {

      private volatile Duration ahead = Duration.ZERO;

      public void ahead(Duration duration) {
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
