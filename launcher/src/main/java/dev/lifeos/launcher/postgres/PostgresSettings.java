package dev.lifeos.launcher.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The server's settings: safe for what a person keeps, and small. */
final class PostgresSettings {
  private static final List<String> OWN =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=120",
          "shared_buffers=64MB",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_statement=none");

  private PostgresSettings() {}

  /**
   * LifeOS's own, then those of LIFEOS_POSTGRES_SETTINGS, which win: name=value, separated by
   * blanks.
   */
  static List<String> of(Map<String, String> environment) {
    String more = environment.getOrDefault("LIFEOS_POSTGRES_SETTINGS", "").strip();
    return Stream.concat(
            OWN.stream(), Arrays.stream(more.split("\\s+")).filter(each -> !each.isEmpty()))
        .toList();
  }
}
