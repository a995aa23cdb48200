package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.Bounded;
import dev.lifeos.simulators.google.RandomText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The codes, access tokens and refresh tokens that are out, in memory. */
@Component
public class Grants {
  /** How long an access token lives. */
  static final Duration ACCESS = Duration.ofSeconds(3_599);

  private static final Duration CODE = Duration.ofMinutes(10);
  private static final int MOST = 10_000;
  // Google drops the oldest refresh token of a person and an application without a word.
  private static final int MOST_REFRESH = 100;

  private final Clock clock;
  private final Map<String, Code> codes = new Bounded<>(MOST);
  private final Map<String, Grant> access = new Bounded<>(MOST);
  private final Map<String, Grant> refresh = new Bounded<>(MOST);
  private final Map<String, List<String>> consents = new Bounded<>(MOST);

  Grants(Clock clock) {
    this.clock = clock;
  }

  /** A code for what the person has just allowed. */
  synchronized String allow(AuthorizationRequest request, String email, List<String> allowed) {
    List<String> before = consented(request.clientId(), email);
    boolean first = !before.containsAll(allowed);
    TreeSet<String> together = new TreeSet<>(before);
    together.addAll(allowed);
    consents.put(key(request.clientId(), email), List.copyOf(together));
    List<String> scopes = request.withGrantedScopes() ? List.copyOf(together) : allowed;
    Grant grant = new Grant(request.clientId(), email, scopes, clock.instant().plus(CODE));
    String code = "4/0A" + RandomText.token(60);
    boolean refreshable = request.offline() && (first || request.prompts("consent"));
    codes.put(code, new Code(request, grant, refreshable));
    return code;
  }

  /** What the person has allowed the application up to now. */
  synchronized List<String> consented(String clientId, String email) {
    return consents.getOrDefault(key(clientId, email), List.of());
  }

  /** A code works once, whatever comes of it. */
  synchronized Optional<Code> redeem(String code) {
    return Optional.ofNullable(codes.remove(code)).filter(each -> live(each.grant()));
  }

  synchronized String accessToken(Grant grant) {
    String token = "ya29." + RandomText.token(120);
    access.put(token, grant.until(clock.instant().plus(ACCESS)));
    return token;
  }

  synchronized String refreshToken(Grant grant) {
    List<String> own =
        refresh.entrySet().stream()
            .filter(each -> each.getValue().of(grant.clientId(), grant.email()))
            .map(Map.Entry::getKey)
            .toList();
    if (own.size() >= MOST_REFRESH) {
      refresh.remove(own.getFirst());
    }
    String token = "1//0" + RandomText.token(96);
    refresh.put(token, grant.until(Instant.MAX));
    return token;
  }

  /** What an access token is for, while it lives. */
  public synchronized Optional<Grant> byAccessToken(String token) {
    return Optional.ofNullable(access.get(token)).filter(this::live);
  }

  synchronized Optional<Grant> byRefreshToken(String token) {
    return Optional.ofNullable(refresh.get(token));
  }

  /** Ends all that the person allowed the application whose token this is. */
  synchronized boolean revoke(String token) {
    Optional<Grant> grant = byAccessToken(token).or(() -> byRefreshToken(token));
    grant.ifPresent(each -> revoke(each.clientId(), each.email()));
    return grant.isPresent();
  }

  /** Ends all that the person allowed an application. */
  synchronized void revoke(String clientId, String email) {
    codes.values().removeIf(each -> each.grant().of(clientId, email));
    access.values().removeIf(each -> each.of(clientId, email));
    refresh.values().removeIf(each -> each.of(clientId, email));
    consents.remove(key(clientId, email));
  }

  /** Ends the person's access tokens only, as their hour would. */
  synchronized void expire(String clientId, String email) {
    access.values().removeIf(each -> each.of(clientId, email));
  }

  private boolean live(Grant grant) {
    return clock.instant().isBefore(grant.expiresAt());
  }

  private static String key(String clientId, String email) {
    return clientId + " " + email;
  }
}
