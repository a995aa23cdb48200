package dev.lifeos.auth.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ServiceClientTest {

  @Test
  void there_is_no_client_by_default() {
    assertThat(bind(Map.of()).serviceClients()).isEmpty();
  }

  @Test
  void a_short_secret_stops_the_start_and_is_not_shown() {
    assertThatThrownBy(() -> bind(Map.of("lifeos.service-clients.finance.secret", "too-short")))
        .rootCause()
        .hasMessageContaining("32 characters")
        .hasMessageNotContaining("too-short");
  }

  @Test
  void scopes_are_a_list_of_words() {
    var bound =
        bind(
            Map.of(
                "lifeos.service-clients.finance.secret",
                "x".repeat(32),
                "lifeos.service-clients.finance.scopes",
                "profile:read,health:read"));
    assertThat(bound.serviceClients().get("finance"))
        .hasFieldOrPropertyWithValue("scopes", List.of("profile:read", "health:read"));
    assertThat(bound.toString()).doesNotContain("xxx");
  }

  private static ServiceClientProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("lifeos", ServiceClientProperties.class);
  }
}
