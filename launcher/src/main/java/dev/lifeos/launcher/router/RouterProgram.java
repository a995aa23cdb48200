package dev.lifeos.launcher.router;

import java.nio.file.Path;

/** What serves the supergraph. */
public sealed interface RouterProgram {
  /** For people. */
  String describe();

  /**
   * Apollo Router.
   *
   * @param path the program
   * @param version what it says it is
   * @param origin how it was found
   */
  record Apollo(Path path, RouterVersion version, String origin) implements RouterProgram {
    @Override
    public String describe() {
      return "Apollo Router %s (%s)".formatted(version, origin);
    }
  }

  /**
   * The stand-in, for machines without Apollo Router.
   *
   * @param folder where it lies, with its packages
   */
  record StandIn(Path folder) implements RouterProgram {
    /** What Node runs. */
    public Path script() {
      return folder.resolve("server.mjs");
    }

    @Override
    public String describe() {
      return "the stand-in (Hive Gateway), not Apollo Router";
    }
  }
}
