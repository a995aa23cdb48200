package dev.lifeos.starter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class RememberedTokensTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final JwtTimestampValidator time = new JwtTimestampValidator(Duration.ZERO);
  private int verified;

  @Test
  void aTokenIsVerifiedOnce() {
    time.setClock(at(NOW));
    var tokens = new RememberedTokens(this::verify, time);

    assertThat(tokens.decode("good")).isSameAs(tokens.decode("good"));
    assertThat(verified).isEqualTo(1);
  }

  @Test
  void aTokenThatHasEndedMeanwhileIsVerifiedAnew() {
    time.setClock(at(NOW));
    var tokens = new RememberedTokens(this::verify, time);
    tokens.decode("good");

    time.setClock(at(NOW.plusSeconds(61)));
    tokens.decode("good");

    assertThat(verified).isEqualTo(2);
  }

  @Test
  void aBadTokenIsRefusedEachTime() {
    var tokens = new RememberedTokens(this::verify, time);

    for (int turn = 0; turn < 2; turn++) {
      assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
    }
    assertThat(verified).isEqualTo(2);
  }

  private Jwt verify(String token) {
    verified++;
    if (token.equals("bad")) {
      throw new BadJwtException("Its signature is not right.");
    }
    return Jwt.withTokenValue(token)
        .header("alg", "ES256")
        .subject("somebody")
        .issuedAt(NOW)
        .expiresAt(NOW.plusSeconds(60))
        .build();
  }

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }
}
