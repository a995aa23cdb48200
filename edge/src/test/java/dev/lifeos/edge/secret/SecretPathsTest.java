package dev.lifeos.edge.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import org.junit.jupiter.api.Test;

class SecretPathsTest {

  @Test
  void theRestOfAPathThatOpensSomethingIsLeftOut() {
    assertThat(SecretPaths.masked("/exports/s3cret")).isEqualTo("/exports/…");
    assertThat(SecretPaths.masked("http://auth:3001/avatars/uploads/s3cret?x=1"))
        .isEqualTo("http://auth:3001/avatars/uploads/…?x=1");
    assertThat(SecretPaths.masked("/avatars/abc.webp")).isEqualTo("/avatars/abc.webp");
  }

  @Test
  void itIsLeftOutOfTracesToo() {
    var context = new Observation.Context();
    context.addHighCardinalityKeyValue(KeyValue.of("http.url", "/exports/s3cret"));

    assertThat(new SecretPaths().map(context).getHighCardinalityKeyValues())
        .containsExactly(KeyValue.of("http.url", "/exports/…"));
  }
}
