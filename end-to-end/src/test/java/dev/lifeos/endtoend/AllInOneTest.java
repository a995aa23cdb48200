package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code ./lifeos up --all-in-one}: the five subgraphs in one process. */
class AllInOneTest {

  private static final List<String> SUBGRAPHS =
      List.of("auth", "health", "finance", "learning", "notification");
  private static final Platform PLATFORM = Platform.fresh();

  private static final Map<String, String> OWN_FIELD =
      Map.of(
          "auth", "registerUser(",
          "health", "recordVitals(",
          "finance", "recordTransactions(",
          "learning", "recordLearningSession(",
          "notification", "sendNotification(");

  // Of JetBrains, and of AWS.
  private static final String TWO_LIBRARIES = "annotations";

  private static String token = "";

  @BeforeAll
  static void start() {
    PLATFORM.up("--all-in-one");
    PLATFORM.lifeos("demo").requireSuccess();
    token = PLATFORM.lifeos("demo", "--token").requireSuccess().text().strip();
  }

  @AfterAll
  static void stop() {
    PLATFORM.down();
  }

  @Test
  void five_subgraphs_answer_on_their_own_ports_from_one_process() {
    assertThat(SUBGRAPHS).extracting(name -> PLATFORM.process(name).pid()).containsOnly(pid());
    assertThat(SUBGRAPHS)
        .extracting(name -> PLATFORM.part(name).path("port").asInt())
        .doesNotHaveDuplicates();
    assertThat(PLATFORM.lifeos("status").requireSuccess().text()).contains(SUBGRAPHS);
  }

  @Test
  void each_has_its_own_schema_and_no_others() {
    OWN_FIELD.forEach((name, field) -> {
      var sdl = PLATFORM.at(name).as(token).send("{ _service { sdl } }").ok().body();
      assertThat(sdl).as(name).contains(field);
      assertThat(OWN_FIELD.values().stream().filter(sdl::contains)).as(name).hasSize(1);
    });
  }

  @Test
  void the_dashboard_has_all_its_parts() throws IOException {
    var answer = demo().send(DashboardTest.dashboard()).ok();
    assertThat(List.of("vitals", "transactions", "progress", "notifications"))
        .allSatisfy(field -> assertThat(answer.list("me." + field + ".edges")).isNotEmpty());
  }

  @Test
  void each_line_of_the_log_says_whose_it_is_once() throws IOException {
    var lines = Files.readAllLines(log());
    assertThat(SUBGRAPHS)
        .allSatisfy(name ->
            assertThat(lines)
                .filteredOn(line -> line.contains("[" + name + "]") && line.contains(": Started "))
                .hasSize(1));
    assertThat(lines).noneMatch(line -> line.contains(" ERROR "));
    assertThat(PLATFORM.lifeos("logs", "health").requireSuccess().text()).contains("[health]");
  }

  @Test
  void what_they_share_is_there_in_one_version() throws IOException {
    var artifacts = libraries().stream().map(name -> name.replaceFirst("-[0-9].*", ""));
    assertThat(artifacts.filter(name -> !name.equals(TWO_LIBRARIES)))
        .hasSizeGreaterThan(100)
        .doesNotHaveDuplicates();
  }

  @Test
  void after_a_crash_and_after_a_restart_all_come_back() throws IOException {
    var first = PLATFORM.process("health");
    first.destroyForcibly();
    first.onExit().join();
    awaitDashboard();
    var second = PLATFORM.process("health");
    PLATFORM.lifeos("restart", "finance").requireSuccess();
    var third = PLATFORM.process("health");
    PLATFORM.lifeos("restart", "all-in-one").requireSuccess();
    awaitDashboard();

    assertThat(List.of(first.pid(), second.pid(), third.pid(), pid())).doesNotHaveDuplicates();
  }

  private static void awaitDashboard() throws IOException {
    var dashboard = DashboardTest.dashboard();
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> demo().send(dashboard).errors().isEmpty());
  }

  private static Graph demo() {
    return PLATFORM.edge().as(token);
  }

  private static long pid() {
    return PLATFORM.process("auth").pid();
  }

  private static Path log() {
    return Path.of(PLATFORM.part("auth").path("log").asString());
  }

  private static List<String> libraries() throws IOException {
    var images = PLATFORM.home().resolve("cache/images");
    try (var files = Files.find(images, 3, (file, about) -> isSharedLibrary(file))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static boolean isSharedLibrary(Path file) {
    return file.toString().matches(".*/all-in-one-[^/]+/lib/[^/]+[.]jar");
  }
}
