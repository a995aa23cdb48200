package dev.lifeos.auth.google;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdTokensTest {

  @Test
  void an_issuer_whose_name_has_no_second_way_to_be_written_is_no_fault() {
    var nowhere = URI.create("http://127.0.0.1:1/");
    var google =
        new GoogleProperties(
            nowhere,
            nowhere,
            nowhere,
            nowhere,
            "http://localhost:3900",
            FakeGoogle.CLIENT,
            FakeGoogle.SECRET,
            nowhere,
            "",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    assertThatCode(() -> new IdTokens(google, Clock.systemUTC())).doesNotThrowAnyException();
  }
}
