package dev.lifeos.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.auth.AuthTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

class FirstAdministratorTest extends AuthTest {

  @Autowired private People people;

  @Test
  void what_is_there_already_is_not_overwritten() {
    start("admin@example.org", "a-different-password-5");
    assertThat(login("admin@example.org", PASSWORD).ok().data("login.user.id")).isNotNull();
    var ann = somebody();
    start(ann.email(), "a-different-password-5");
    var me = graph.as(ann.accessToken()).send("{ me { roles } }").ok();
    assertThat(me.at("me.roles").toString()).isEqualTo("[\"USER\"]");
    assertThat(login(ann.email(), PASSWORD).ok().data("login.user.id")).isEqualTo(ann.id());
  }

  @Test
  void nothing_set_makes_nobody() {
    start("", "");
  }

  @Test
  void half_a_setting_or_a_weak_password_stops_the_start_with_a_sentence() {
    assertThatThrownBy(() -> start(address(), "")).hasMessageContaining("LIFEOS_ADMIN_PASSWORD");
    assertThatThrownBy(() -> start("no-address", PASSWORD))
        .hasMessageContaining("LIFEOS_ADMIN_EMAIL");
    assertThatThrownBy(() -> start(address(), "admin"))
        .hasMessageContaining("at least 12 characters");
    assertThatThrownBy(() -> start(address(), "administrator"))
        .hasMessageContaining("LIFEOS_ADMIN_PASSWORD will not do");
  }

  private void start(String email, String password) {
    new FirstAdministrator(new AdministratorProperties(email, password), people)
        .run(new DefaultApplicationArguments());
  }
}
