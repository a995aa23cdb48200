package dev.lifeos.starter.allinone;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every subgraph whose jar lies in the folder {@code subgraphs} of the working directory, all
 * in this process. They share the libraries, which must be on the class path, and so the compiled
 * code and the heap. Each keeps its own code, settings, database and port, and sees no other's
 * code.
 *
 * <p>A variable of the environment that starts with a subgraph's name and two underscores is that
 * subgraph's alone: {@code HEALTH__SERVER_PORT}.
 */
public final class AllInOne {

  private static final Logger LOG = LoggerFactory.getLogger(AllInOne.class);
  private static final Path FOLDER = Path.of("subgraphs");

  private AllInOne() {}

  /** Starts them all side by side; where one does not start, the process ends with 1. */
  public static void main(String[] arguments) {
    var logging = new LoggingInTurn();
    for (var each : HostedSubgraph.in(FOLDER)) {
      Thread.ofPlatform().name(each.name()).start(() -> start(each, logging));
    }
  }

  private static void start(HostedSubgraph subgraph, LoggingInTurn logging) {
    try {
      subgraph.start(System.getenv(), logging);
    } catch (IOException | ClassNotFoundException | RuntimeException failure) {
      // Spring has told the rest.
      LOG.error("The {} subgraph does not start: {}", subgraph.name(), failure.getMessage());
      System.exit(1);
    }
  }
}
