package dev.lifeos.starter.access;

import dev.lifeos.starter.session.EndedSessions;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Refuses tokens whose session has ended, those that were verified before too. It asks nobody but
 * this process's memory, so a request costs no more than it did.
 */
final class TokensOfLivingSessions implements JwtDecoder {

  private final JwtDecoder decoder;
  private final EndedSessions ended;

  TokensOfLivingSessions(JwtDecoder decoder, EndedSessions ended) {
    this.decoder = decoder;
    this.ended = ended;
  }

  @Override
  public Jwt decode(String token) {
    var jwt = decoder.decode(token);
    if (jwt.getClaims().get(Caller.SESSION) instanceof String session && ended.contains(session)) {
      throw new BadJwtException("Its session has ended.");
    }
    return jwt;
  }
}
