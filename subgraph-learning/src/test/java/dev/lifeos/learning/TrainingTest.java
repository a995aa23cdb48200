package dev.lifeos.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Servers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TrainingTest {

  @Test
  void a_subgraph_in_training_serves_requests_to_itself_and_ends() throws Exception {
    var process = started();

    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).containsPattern("Trained by [1-9]\\d* requests");
  }

  private static Process started() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            LearningApplication.class.getName(),
            "--lifeos.training=1s",
            "--server.port=0",
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres",
            "--spring.datasource.url=" + Servers.newDatabase())
        .redirectErrorStream(true)
        .start();
  }
}
