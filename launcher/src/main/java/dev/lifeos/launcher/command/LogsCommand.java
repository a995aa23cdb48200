package dev.lifeos.launcher.command;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code logs}. */
@Command(
    name = "logs",
    description = "Shows the last lines of a part's log, or of all logs; they lie in .lifeos/logs.")
public final class LogsCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "A part (see ./lifeos status), or build, launcher, npm.")
  private @Nullable String name;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what is written, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "COUNT",
      defaultValue = "100",
      description = "How many lines (default: ${DEFAULT-VALUE}).")
  private int lines;

  /** The command in its context. */
  public LogsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tail", "-n", "" + Math.max(0, lines)));
    if (follow) {
      command.add("-F");
    }
    files(context.home()).forEach(file -> command.add(file.toString()));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private List<Path> files(Home home) throws IOException {
    List<Path> all = all(home.logs());
    String wanted = name;
    if (wanted == null) {
      return all;
    }
    Optional<Path> running =
        context.recorded().flatMap(state -> state.part(wanted)).map(part -> Path.of(part.log()));
    if (running.isPresent()) {
      return List.of(running.get());
    }
    List<Path> named =
        all.stream().filter(file -> file.getFileName().toString().equals(wanted + ".log")).toList();
    if (named.isEmpty()) {
      throw new Failure("There is no log named %s; there are: %s.".formatted(wanted, names(all)));
    }
    return named;
  }

  private static List<Path> all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new Failure("There are no logs yet.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  private static String names(List<Path> files) {
    return String.join(
        ", ",
        files.stream().map(file -> file.getFileName().toString().replace(".log", "")).toList());
  }
}
