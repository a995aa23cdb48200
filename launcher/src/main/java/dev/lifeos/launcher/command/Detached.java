package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.platform.SelfCommand;
import dev.lifeos.launcher.process.LogFile;
import dev.lifeos.launcher.process.OwnSession;
import dev.lifeos.launcher.state.Phase;
import dev.lifeos.launcher.state.State;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts {@code up} as a process in a session of its own and shows what it says until it is ready.
 */
final class Detached {
  /** Set in the environment of the process that goes on; its starter says the welcome. */
  static final String MARK = "LIFEOS_DETACHED";

  private static final int BETWEEN_LOOKS_MILLIS = 100;

  private final Context context;
  private final Path log;
  private final Home home;

  Detached(Context context, Home home) {
    this.context = context;
    this.log = home.log("launcher");
    this.home = home;
  }

  int start(@Nullable String ports, boolean allInOne) throws IOException, InterruptedException {
    new LogFile(log).rotate();
    List<String> command = new ArrayList<>(SelfCommand.with("up"));
    if (ports != null) {
      command.add("--ports=" + ports);
    }
    if (allInOne) {
      command.add("--all-in-one");
    }
    long from = log.toFile().length();
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.of(command))
            .directory(home.root().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put(MARK, "1");
    return follow(builder.start(), from);
  }

  private int follow(Process process, long from) throws IOException, InterruptedException {
    long shown = from;
    Optional<State> ready = Optional.empty();
    while (ready.isEmpty() && !process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
      ready = ready(process.pid());
      shown = show(shown);
    }
    show(shown);
    ready.ifPresent(this::welcome);
    return ready.isPresent() ? ExitCode.OK : process.exitValue();
  }

  private void welcome(State state) {
    Double seconds = state.readySeconds();
    Duration took = Duration.ofMillis(seconds == null ? 0 : Math.round(seconds * 1000));
    new Welcome(context.terminal(), home).print(state, took, "./lifeos down");
  }

  private Optional<State> ready(long pid) {
    return context.running().filter(state -> state.pid() == pid && state.phase() == Phase.READY);
  }

  private long show(long from) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] fresh = new byte[(int) Math.max(0, file.length() - from)];
      file.seek(from);
      file.readFully(fresh);
      System.out.print(new String(fresh, StandardCharsets.UTF_8));
      System.out.flush();
      return from + fresh.length;
    }
  }
}
