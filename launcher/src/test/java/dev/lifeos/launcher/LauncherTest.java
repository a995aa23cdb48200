package dev.lifeos.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.launcher.command.Context;
import dev.lifeos.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LauncherTest {
  @TempDir Path root;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final StringWriter errors = new StringWriter();

  @Test
  void everyCommandExplainsItself() {
    CommandLine line = line();

    assertThat(line.getSubcommands()).isNotEmpty();
    line.getSubcommands()
        .forEach((name, command) ->
            assertThat(command.getUsageMessage()).as(name).contains("Usage: lifeos " + name));
    assertThat(line.getUsageMessage()).contains("Exit codes").doesNotContain("sweep");
  }

  @Test
  void anUnknownCommandIsAMistakeOfUse() {
    assertThat(run("upp")).isEqualTo(ExitCode.USAGE);
    assertThat(errors.toString()).contains("upp");
  }

  @Test
  void statusOfWhatIsNotUpSaysSoAndExitsWithThree() {
    assertThat(run("status")).isEqualTo(ExitCode.NOT_UP);
    assertThat(said()).contains("LifeOS is not up");
  }

  @Test
  void statusAsJsonCanBeReadByAProgram() {
    assertThat(run("status", "--json")).isEqualTo(ExitCode.NOT_UP);
    assertThat(said()).contains("\"up\" : false");
  }

  @Test
  void downOfWhatIsNotUpIsNoMistake() {
    assertThat(run("down")).isEqualTo(ExitCode.OK);
  }

  @Test
  void upWithoutBuiltSubgraphsSaysWhatToDo() {
    assertThat(run("up")).isEqualTo(ExitCode.FAILED);
    assertThat(errors.toString()).contains("The module subgraph-auth is not built");
    assertThat(root.resolve(".lifeos/run/state.json")).doesNotExist();
  }

  @Test
  void upOnAPortInUseNamesThePort() throws IOException {
    for (String module :
        new String[] {
          "subgraph-auth",
          "subgraph-health",
          "subgraph-finance",
          "subgraph-learning",
          "subgraph-notification",
          "edge",
          "simulators"
        }) {
      Path target = Files.createDirectories(root.resolve(module + "/target"));
      Files.createFile(target.resolve("x-exec.jar"));
    }
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int base = taken.getLocalPort() - 1;

      assertThat(run("up", "--ports", "" + base)).isEqualTo(ExitCode.MACHINE);
      assertThat(errors.toString()).contains("Port " + taken.getLocalPort() + " is in use");
    }
  }

  @Test
  void resetWithoutATerminalDeletesNothingUnlessToldYes() throws IOException {
    Path kept = Files.createDirectories(root.resolve(".lifeos/data/postgres"));

    assertThat(run("reset")).isEqualTo(ExitCode.USAGE);
    assertThat(kept).exists();
    assertThat(run("reset", "--yes")).isEqualTo(ExitCode.OK);
    assertThat(kept).doesNotExist();
  }

  @Test
  void restartOfWhatIsNotUpSaysSo() {
    assertThat(run("restart", "auth")).isEqualTo(ExitCode.NOT_UP);
    assertThat(errors.toString()).contains("./lifeos up");
  }

  @Test
  void aCommandOfAuthNeedsTheDatabase() {
    assertThat(run("auth", "verify-audit")).isEqualTo(ExitCode.NOT_UP);
    assertThat(errors.toString())
        .contains("auth verify-audit needs the database", "./lifeos up")
        .hasLineCount(1);
    assertThat(run("auth", "--evil")).isEqualTo(ExitCode.USAGE);
    assertThat(run("auth", "a b")).isEqualTo(ExitCode.USAGE);
  }

  private int run(String... arguments) {
    return line().execute(arguments);
  }

  private CommandLine line() {
    Terminal terminal = new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), false);
    return Launcher.commandLine(new Context(Map.of("LIFEOS_ROOT", root.toString()), terminal))
        .setErr(new PrintWriter(errors, true));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
