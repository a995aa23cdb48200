package dev.lifeos.edge.token;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Refuses tokens whose session has ended, those that were verified before too. */
final class TokensOfLivingSessions implements ReactiveJwtDecoder {

  private final ReactiveJwtDecoder decoder;
  private final EndedSessions ended;

  TokensOfLivingSessions(ReactiveJwtDecoder decoder, EndedSessions ended) {
    this.decoder = decoder;
    this.ended = ended;
  }

  @Override
  public Mono<Jwt> decode(String token) {
    return decoder
        .decode(token)
        .flatMap(jwt ->
            ended.contains(jwt.getClaims().get("sid"))
                ? Mono.error(new BadJwtException("Its session has ended."))
                : Mono.just(jwt));
  }
}
