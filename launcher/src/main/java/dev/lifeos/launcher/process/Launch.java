package dev.lifeos.launcher.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to run the process of a part.
 *
 * @param command the program and its arguments
 * @param environment what is added to this process' own environment
 * @param directory where it runs
 * @param port where it listens
 * @param url how to reach it
 * @param health where it says whether it is well, if by HTTP
 * @param detail what else a person may want to know of it
 * @param stop the signal that ends it
 * @param grace how long it may take to end
 */
public record Launch(
    List<String> command,
    Map<String, String> environment,
    Path directory,
    int port,
    String url,
    @Nullable URI health,
    @Nullable String detail,
    StopSignal stop,
    Duration grace) {
  private static final Duration GRACE = Duration.ofSeconds(20);

  /** A process that is ended by TERM and tells of its health at a URL. */
  public static Launch of(
      List<String> command,
      Map<String, String> environment,
      Path directory,
      int port,
      String url,
      @Nullable URI health) {
    return new Launch(
        command, environment, directory, port, url, health, null, StopSignal.TERM, GRACE);
  }

  /** The same with another signal to end it. */
  public Launch stoppedBy(StopSignal signal) {
    return new Launch(command, environment, directory, port, url, health, detail, signal, grace);
  }

  /** The same with a word on what it is. */
  public Launch described(String words) {
    return new Launch(command, environment, directory, port, url, health, words, stop, grace);
  }
}
