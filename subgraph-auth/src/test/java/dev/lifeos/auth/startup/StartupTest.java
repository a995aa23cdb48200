package dev.lifeos.auth.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.auth.AuthApplication;
import dev.lifeos.test.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartupTest {

  @Test
  void without_a_master_key_the_start_fails_with_a_sentence(CapturedOutput output) {
    var application = new SpringApplicationBuilder(AuthApplication.class);
    assertThatThrownBy(() ->
            application.run(
                "--server.port=0",
                "--lifeos.master-key=",
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.datasource.url=" + Servers.newDatabase()))
        .hasRootCauseInstanceOf(Misconfiguration.class);
    assertThat(output.getOut())
        .contains("set LIFEOS_MASTER_KEY to Base64 of 32 random bytes")
        .doesNotContain("at dev.lifeos.auth");
  }
}
