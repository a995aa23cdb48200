package dev.lifeos.launcher.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterLocatorTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void theNamedRouterComesFirst() throws IOException, InterruptedException {
    Path named = program(folder.resolve("named"), "2.18.1");
    program(folder.resolve("bin/router"), "2.17.0");

    assertThat(locate(Map.of("LIFEOS_ROUTER", "" + named, "PATH", "" + folder.resolve("bin"))))
        .isEqualTo(new RouterProgram.Apollo(named, new RouterVersion(2, 18, 1), "LIFEOS_ROUTER"));
  }

  @Test
  void aNamedRouterOfAnotherVersionIsRefusedInsteadOfPassedOver() throws IOException {
    Path named = program(folder.resolve("named"), "1.61.0");

    assertThatThrownBy(() -> locate(Map.of("LIFEOS_ROUTER", "" + named)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("2.17.0");
  }

  @Test
  void aRouterOnThePathIsTakenWhenItsVersionFits() throws IOException, InterruptedException {
    program(folder.resolve("old/router"), "2.16.0");
    Path fitting = program(folder.resolve("new/router"), "2.17.3");

    String path = folder.resolve("old") + ":" + folder.resolve("new");
    assertThat(locate(Map.of("PATH", path)))
        .isEqualTo(new RouterProgram.Apollo(fitting, new RouterVersion(2, 17, 3), "PATH"));
  }

  @Test
  void theCachedRouterIsTakenWhenThePathHasNone() throws IOException, InterruptedException {
    Path cached = program(RouterLocator.cached(home()), "2.17.0");

    assertThat(locate(Map.of()))
        .isEqualTo(new RouterProgram.Apollo(cached, RouterVersion.WANTED, "cache"));
  }

  @Test
  void theStandInServesWhereTheReleaseIsOutOfReachAndThatIsSaid() throws InterruptedException {
    RouterProgram found = locate(Map.of("LIFEOS_ROUTER_RELEASES", "http://127.0.0.1:1"));

    assertThat(found).isInstanceOf(RouterProgram.StandIn.class);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("the stand-in serves instead");
  }

  @Test
  void theStandInCanBeAskedFor() throws InterruptedException {
    assertThat(locate(Map.of("LIFEOS_ROUTER", "stand-in")))
        .isEqualTo(new RouterProgram.StandIn(folder.resolve("router-config/stand-in")));
  }

  private RouterProgram locate(Map<String, String> environment) throws InterruptedException {
    Terminal terminal = new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), false);
    return new RouterLocator(home(), environment, terminal).locate();
  }

  private Home home() {
    return new Home(folder, folder.resolve(".lifeos"), folder.resolve("cache"));
  }

  private static Path program(Path at, String version) throws IOException {
    Files.createDirectories(at.getParent());
    Files.writeString(at, "#!/bin/sh\necho " + version + "\n");
    return Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwx------"));
  }
}
