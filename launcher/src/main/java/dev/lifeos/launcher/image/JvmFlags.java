package dev.lifeos.launcher.image;

import java.util.List;

/** How a part's JVM runs on a person's own machine: small, and quick to start. */
final class JvmFlags {
  /** An ahead-of-time cache only fits a JVM with the same flags as the one that made it. */
  static final List<String> ALL =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xms64m",
          "-Xmx256m",
          // Of a cache that does not fit in every detail the JVM complains at length, and does
          // without.
          "-Xlog:aot*=off",
          "-Dfile.encoding=UTF-8",
          "-Djava.awt.headless=true");

  private JvmFlags() {}
}
