package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What every container of the platform has to keep to, so that a new one cannot forget it. */
class ComposeFileTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern SECRET_NAME = Pattern.compile("PASSWORD|_KEY|SECRET|TOKEN|AUTH$");
  private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?[^}]+}");
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(\\w+)[^}]*}");

  // Of accounts elsewhere, which an installation may do without: empty where they are not given.
  private static final Set<String> OPTIONAL =
      Set.of("SPRING_MAIL_PASSWORD", "LIFEOS_GOOGLE_CLIENTSECRET", "LIFEOS_TWILIO_AUTHTOKEN");

  private final Map<String, Object> compose = compose();
  private final Map<String, Map<String, Object>> services = services(compose);

  @Test
  void onlyTheEdgePublishesAPort() {
    assertThat(having("ports")).containsExactly("edge", "simulators");
    assertThat("" + service("simulators").get("ports"))
        .as("a trial's mail box, on this machine only")
        .contains("127.0.0.1:${LIFEOS_SIMULATORS_PORT:-3900}:3900");
    assertThat("" + service("edge").get("ports"))
        .as("on this machine only, unless told otherwise")
        .contains("LIFEOS_BIND:-127.0.0.1");
  }

  @Test
  void nothingIsSimulatedUnlessAskedFor() {
    assertThat(having("profiles")).containsExactly("simulators");
    assertThat(service("simulators")).containsEntry("profiles", List.of("simulators"));
    assertThat(services.values())
        .noneMatch(
            service -> map(service.getOrDefault("depends_on", Map.of())).containsKey("simulators"));
  }

  @Test
  void everyContainerIsConfined() {
    assertThat(services)
        .allSatisfy((name, service) -> {
          assertThat(service).containsEntry("read_only", true);
          assertThat(service).containsEntry("cap_drop", List.of("ALL"));
          assertThat(service).containsEntry("security_opt", List.of("no-new-privileges:true"));
          assertThat(service)
              .doesNotContainKeys("privileged", "cap_add", "network_mode", "pid", "ipc", "devices");
        });
  }

  @Test
  void everyContainerIsBounded() {
    assertThat(services)
        .allSatisfy((name, service) -> {
          assertThat(service).containsKeys("mem_limit", "cpus", "pids_limit", "logging");
          assertThat(service.get("memswap_limit"))
              .as("no swap beyond the memory")
              .isEqualTo(service.get("mem_limit"));
        });
  }

  @Test
  void everyContainerIsWatchedAndRestarted() {
    assertThat(services)
        .allSatisfy((name, service) -> {
          assertThat(service).containsEntry("restart", "unless-stopped");
          assertThat(service).containsKey("healthcheck");
        });
  }

  @Test
  void whatIsWaitedForIsHealthyAndNotMerelyStarted() {
    assertThat(services)
        .allSatisfy((name, service) ->
            assertThat(map(service.getOrDefault("depends_on", Map.of())).values())
                .allMatch(Map.of("condition", "service_healthy")::equals));
  }

  @Test
  void nothingRunsAsRoot() throws IOException {
    assertThat(services)
        .allSatisfy((name, service) -> {
          if (service.containsKey("build")) {
            assertThat(service).as("the image's own user, never root").doesNotContainKey("user");
          } else {
            assertThat("" + service.get("user")).matches("[1-9]\\d*:[1-9]\\d*");
          }
        });
    assertThat(Files.readString(ROOT.resolve("Dockerfile")))
        .containsPattern("(?m)^USER [1-9]\\d*:[1-9]\\d*$");
  }

  @Test
  void theDataIsOutOfReachOfTheEdgeAndTheRouter() {
    assertThat(networks("postgres")).containsExactly("data");
    assertThat(networks("redis")).containsExactly("events");
    assertThat(networks("edge")).doesNotContain("data");
    assertThat(networks("router")).containsExactly("graph");
    assertThat(services.keySet().stream().filter(name -> networks(name).contains("door")))
        .containsExactly("edge");
    assertThat(services.keySet().stream().filter(name -> networks(name).contains("outside")))
        .as("who may call out")
        .containsExactly("auth", "simulators");
    map(compose.get("networks"))
        .forEach((name, network) -> {
          if (!Set.of("door", "outside").contains(name)) {
            assertThat(map(network)).as(name).containsEntry("internal", true);
          }
        });
  }

  @Test
  void noSecretStandsInTheFileOrHasADefault() {
    assertThat(services)
        .allSatisfy((name, service) ->
            map(service.getOrDefault("environment", Map.of()))
                .forEach((variable, value) -> {
                  if (SECRET_NAME.matcher(variable).find()
                      && !OPTIONAL.contains(variable)
                      && !variable.startsWith("LIFEOS_ADMIN_")
                      && !variable.startsWith("LIFEOS_EDGE_SUBGRAPHS_")) {
                    assertThat(value.toString()).as(variable).containsPattern(REQUIRED);
                  }
                  if (OPTIONAL.contains(variable)) {
                    assertThat(value.toString()).as(variable).matches("\\$\\{\\w+:-}");
                  }
                }));
  }

  @Test
  void theExampleNamesEveryVariableAndGivesNoSecret() throws IOException {
    var example = Files.readAllLines(ROOT.resolve(".env.example"));
    var named = new TreeSet<String>();
    for (var line : example) {
      var variable = Pattern.compile("^#?(LIFEOS_\\w+)=(.*)$").matcher(line);
      if (variable.matches()) {
        named.add(variable.group(1));
        if (SECRET_NAME.matcher(variable.group(1)).find()) {
          assertThat(variable.group(2)).as(variable.group(1)).isEmpty();
        }
      }
    }
    var used = new TreeSet<String>();
    SUBSTITUTION
        .matcher(Files.readString(ROOT.resolve("compose.yml")))
        .results()
        .forEach(result -> used.add(result.group(1)));
    assertThat(named).isEqualTo(used);
  }

  @Test
  void everySubgraphOfTheSupergraphIsThere() {
    Map<String, Object> supergraph = yaml(ROOT.resolve("supergraph/supergraph.yaml"));
    assertThat(services.keySet()).containsAll(map(supergraph.get("subgraphs")).keySet());
  }

  private List<String> having(String key) {
    return services.entrySet().stream()
        .filter(service -> service.getValue().containsKey(key))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, Object> service(String name) {
    return Objects.requireNonNull(services.get(name), name);
  }

  private List<String> networks(String service) {
    var networks = new ArrayList<String>();
    if (service(service).get("networks") instanceof List<?> names) {
      names.forEach(name -> networks.add("" + name));
    }
    return networks;
  }

  private static Map<String, Object> compose() {
    return yaml(ROOT.resolve("compose.yml"));
  }

  private static Map<String, Map<String, Object>> services(Map<String, Object> compose) {
    var services = new TreeMap<String, Map<String, Object>>();
    map(compose.get("services")).forEach((name, service) -> services.put(name, map(service)));
    return services;
  }

  private static Map<String, Object> yaml(Path file) {
    try {
      return map(new Yaml().load(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> map(@Nullable Object value) {
    var map = new TreeMap<String, Object>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach((key, each) -> map.put(key.toString(), each == null ? Map.of() : each));
    }
    return map;
  }
}
