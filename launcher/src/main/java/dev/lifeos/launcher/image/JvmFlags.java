package dev.lifeos.launcher.image;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a part's JVM runs on a person's own machine: small, and quick to start. */
final class JvmFlags {
  /** Names more options, separated by blanks; they come last and so win. */
  private static final String VARIABLE = "LIFEOS_JAVA_OPTIONS";

  private static final List<String> OWN =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xms64m",
          "-Xmx256m",
          // What the compilers have used goes back: 30 to 50 MB a subgraph.
          "-XX:TrimNativeHeapInterval=5000",
          // Of a cache that does not fit in every detail the JVM complains at length, and does
          // without.
          "-Xlog:aot*=off",
          "-Dfile.encoding=UTF-8",
          "-Djava.awt.headless=true");

  private JvmFlags() {}

  /** LifeOS's own, those of one part, and those of the environment. */
  static List<String> of(List<String> particular, Map<String, String> environment) {
    Stream<String> more =
        Arrays.stream(environment.getOrDefault(VARIABLE, "").strip().split("\\s+"));
    Stream<String> own = Stream.concat(OWN.stream(), particular.stream());
    return Stream.concat(own, more.filter(flag -> !flag.isEmpty())).toList();
  }
}
