package dev.lifeos.launcher.command;

import dev.lifeos.launcher.net.HttpProbe;
import dev.lifeos.launcher.state.Kind;
import dev.lifeos.launcher.state.PartState;
import dev.lifeos.launcher.state.PartStatus;
import dev.lifeos.launcher.state.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs now, looked at just now.
 *
 * @param up whether LifeOS is up
 * @param well whether every part is well
 * @param graphql where clients send GraphQL
 * @param readySeconds how long the start took
 * @param memoryBytes of all parts and the launcher
 * @param parts every part, the launcher first
 */
record Status(
    boolean up,
    boolean well,
    @Nullable String graphql,
    @Nullable Double readySeconds,
    long memoryBytes,
    List<Entry> parts) {
  /**
   * One part.
   *
   * @param status how far it has come
   * @param healthy what its health check says now
   * @param memoryBytes its resident memory
   * @param upSeconds since its process started
   */
  record Entry(
      String name,
      @Nullable Kind kind,
      PartStatus status,
      boolean healthy,
      @Nullable Long pid,
      @Nullable Integer port,
      @Nullable String url,
      @Nullable String detail,
      long memoryBytes,
      long upSeconds,
      int restarts) {}

  static Status down() {
    return new Status(false, false, null, null, 0, List.of());
  }

  static Status of(State state) throws InterruptedException {
    List<Entry> parts = new ArrayList<>();
    parts.add(launcher(state));
    for (PartState part : state.parts()) {
      parts.add(entry(part));
    }
    long memory = Memory.total(state);
    boolean well = parts.stream().allMatch(Entry::healthy);
    return new Status(true, well, state.graphql(), state.readySeconds(), memory, parts);
  }

  private static Entry launcher(State state) {
    return new Entry(
        "launcher",
        null,
        PartStatus.READY,
        true,
        state.pid(),
        state.control(),
        null,
        null,
        Memory.supervisor(state),
        secondsSince(state.startedAt()),
        0);
  }

  private static Entry entry(PartState part) throws InterruptedException {
    return new Entry(
        part.name(),
        part.kind(),
        part.status(),
        healthy(part),
        part.pid(),
        part.port(),
        part.url(),
        part.detail(),
        Memory.of(part),
        part.startedAt() == null ? 0 : secondsSince(part.startedAt()),
        part.restarts());
  }

  private static boolean healthy(PartState part) throws InterruptedException {
    boolean ready = part.status() == PartStatus.READY;
    return ready && (part.health() == null || HttpProbe.ok(URI.create(part.health())));
  }

  private static long secondsSince(Instant start) {
    return Duration.between(start, Instant.now()).toSeconds();
  }
}
