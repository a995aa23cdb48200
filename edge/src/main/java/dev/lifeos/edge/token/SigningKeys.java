package dev.lifeos.edge.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lifeos.edge.error.Refusal;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The public keys of auth. Spring's own source fetches them once for each token that names an
 * unknown key, so that anybody could have auth flooded; this one fetches at most one at a time and
 * one in a few seconds, and keeps what it has while auth is away.
 */
@Component
class SigningKeys {

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Refusal UNAVAILABLE =
      new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE,
          "Tokens cannot be checked just now: try again.",
          Duration.ofSeconds(5));
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final WebClient http = WebClient.create();
  private final TokenProperties tokens;
  private final Mono<Optional<JWKSet>> keys;
  private final Mono<Optional<JWKSet>> newest;
  private volatile @Nullable JWKSet last;

  SigningKeys(TokenProperties tokens) {
    this.tokens = tokens;
    var fetch = Mono.defer(this::fetch);
    keys = fetch.cacheInvalidateWhen(found -> pause(found, tokens.keysKeptFor()));
    newest = fetch.cacheInvalidateWhen(found -> pause(found, tokens.unknownKeyPause()));
  }

  /**
   * The keys that may have signed a token.
   *
   * @return none if the token names one that auth does not have; a {@link Refusal} if auth was
   *     never reached
   */
  Flux<JWK> of(SignedJWT token) {
    var id = token.getHeader().getKeyID();
    if (id == null) {
      return Flux.empty();
    }
    return keys.flatMap(known -> find(known, id))
        .switchIfEmpty(newest.flatMap(known -> find(known, id)))
        .flux();
  }

  private static Mono<JWK> find(Optional<JWKSet> known, String id) {
    return known
        .map(set -> Mono.justOrEmpty(set.getKeyByKeyId(id)))
        .orElseGet(() -> Mono.error(UNAVAILABLE));
  }

  private Mono<Optional<JWKSet>> fetch() {
    return http.get()
        .uri(tokens.jwksUri())
        .retrieve()
        .bodyToMono(String.class)
        .timeout(TIMEOUT)
        .map(SigningKeys::parsed)
        .doOnNext(set -> last = set)
        .onErrorResume(failure -> {
          LOG.warn("The signing keys cannot be fetched: {}", failure.toString());
          return Mono.empty();
        })
        .then(Mono.fromSupplier(() -> Optional.ofNullable(last)));
  }

  private static Mono<Void> pause(Optional<JWKSet> found, Duration kept) {
    return Mono.delay(found.isPresent() ? kept : RETRY).then();
  }

  private static JWKSet parsed(String json) {
    try {
      return JWKSet.parse(json);
    } catch (ParseException malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}
