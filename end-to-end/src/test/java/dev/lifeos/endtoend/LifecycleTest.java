package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code ./lifeos} as a newcomer types it: up, demo, down, up again. */
class LifecycleTest {

  private final Platform platform = Platform.fresh();

  @AfterEach
  void nothing_is_left_running() {
    platform.down();
  }

  @Test
  void up_demo_down_and_up_again_keeps_the_data_and_leaves_no_process() {
    platform.up();
    var demo = platform.lifeos("demo").requireSuccess();
    assertThat(demo.text())
        .contains("demo@lifeos.local", "Vitals", "Transactions", "Progress", "Notifications");
    assertThat(platform.lifeos("status").requireSuccess().text())
        .contains(
            "auth",
            "health",
            "finance",
            "learning",
            "notification",
            "simulators",
            "router",
            "edge",
            "postgres");

    platform.lifeos("schema", "check").requireSuccess();

    var processes = processes();
    assertThat(processes).hasSizeGreaterThanOrEqualTo(9);
    platform.down();
    assertThat(processes).noneMatch(ProcessHandle::isAlive);

    platform.up();
    var again = platform.lifeos("demo").requireSuccess();
    assertThat(dashboard(again)).isEqualTo(dashboard(demo));
  }

  private List<ProcessHandle> processes() {
    return platform.parts().stream()
        .map(part -> ProcessHandle.of(part.path("pid").asLong()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static String dashboard(Output demo) {
    return demo.text().substring(demo.text().indexOf("The dashboard of"));
  }
}
