package dev.lifeos.endtoend;

import dev.lifeos.test.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform of these tests: started once by {@code ./lifeos up} on free ports, with data of its
 * own.
 */
final class Platform {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path home;

  private Platform(Path home) {
    this.home = home;
  }

  /** The one platform of this JVM, started when it is first asked for and stopped with the JVM. */
  static Platform shared() {
    return Shared.PLATFORM;
  }

  /** A platform that is not started yet. */
  static Platform fresh() {
    try {
      return new Platform(Files.createTempDirectory("lifeos-end-to-end"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path home() {
    return home;
  }

  /** Runs {@code ./lifeos} to its end and gives what it printed. */
  Output lifeos(String... arguments) {
    var command = new ArrayList<>(List.of("bash", ROOT.resolve("lifeos").toString()));
    command.addAll(List.of(arguments));
    return Output.of(command, environment());
  }

  /** What every command of this platform runs with. */
  Map<String, String> environment() {
    return Map.of(
        "LIFEOS_HOME", home.toString(),
        "LIFEOS_BUILD", "off",
        "LIFEOS_AOT", "off",
        // All these tests come from one address.
        "LIFEOS_EDGE_LIMIT_POLICIES_ANONYMOUS_TOKENS", "100000",
        "LIFEOS_EDGE_LIMIT_POLICIES_PERSON_TOKENS", "200");
  }

  Platform up(String... more) {
    var arguments = Stream.concat(Stream.of("up", "--detach", "--ports", "auto"), Stream.of(more));
    lifeos(arguments.toArray(String[]::new)).requireSuccess();
    return this;
  }

  void down() {
    lifeos("down").requireSuccess();
  }

  /** What {@code run/state.json} says of a part. */
  JsonNode part(String name) {
    return parts().stream()
        .filter(part -> part.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no part " + name));
  }

  List<JsonNode> parts() {
    try {
      var state = JSON.readTree(Files.readString(home.resolve("run/state.json")));
      return StreamSupport.stream(state.path("parts").spliterator(), false).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The process of a part. */
  ProcessHandle process(String name) {
    return ProcessHandle.of(part(name).path("pid").asLong()).orElseThrow();
  }

  /** The one door, for an anonymous client. */
  Graph edge() {
    return at("edge");
  }

  /** Where every mail of this platform arrives. */
  MailBox mailBox() {
    return new MailBox(at("simulators"));
  }

  /** One part, past the door. */
  Graph at(String part) {
    var url = URI.create(part(part).path("url").asString());
    return Graph.at("http://" + url.getAuthority());
  }

  /** The administrator's password that {@code up} has made. */
  String secret(String name) {
    try {
      return Files.readString(home.resolve("secrets").resolve(name)).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Shared {

    static final Platform PLATFORM = start();

    private static Platform start() {
      var platform = fresh();
      Runtime.getRuntime().addShutdownHook(new Thread(platform::down));
      return platform.up();
    }
  }
}
