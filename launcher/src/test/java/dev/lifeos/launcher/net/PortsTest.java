package dev.lifeos.launcher.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.launcher.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void aPortIsTakenWhileSomethingListensThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertThat(Ports.taken(port)).isTrue();
      assertThat(Ports.wishedOrFree(port)).isNotEqualTo(port);
    }
    assertThat(Ports.taken(port)).isFalse();
  }

  @Test
  void somethingThatListensOnAllAddressesTakesThePortToo() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(Ports.taken(socket.getLocalPort())).isTrue();
    }
  }

  @Test
  void freePortsAreAllDifferent() {
    assertThat(Ports.free(20)).doesNotHaveDuplicates().noneMatch(Ports::taken);
  }

  @Test
  void aBaseGivesEachPartItsPlace() {
    PortPlan plan = PortPlan.parse("13000");

    assertThat(plan)
        .isEqualTo(
            new PortPlan(
                13_000,
                13_012,
                List.of(13_001, 13_002, 13_003, 13_004, 13_005),
                13_010,
                13_011,
                13_020,
                13_021,
                13_030,
                13_031));
    assertThat(plan.of(0)).isEqualTo(13_001);
  }

  @Test
  void autoTakesFreePortsForEverything() {
    PortPlan plan = PortPlan.parse("auto");

    plan.requireFree();
    assertThat(plan.subgraphs()).hasSize(5).doesNotContain(plan.router(), plan.postgres());
  }

  @Test
  void aWishThatIsNoBaseIsRefusedWithASentence() {
    assertThatThrownBy(() -> PortPlan.parse("many"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("auto");
    assertThatThrownBy(() -> PortPlan.parse("80"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("1024");
    assertThatThrownBy(() -> PortPlan.parse("99999")).isInstanceOf(Failure.class);
  }

  @Test
  void aPortInUseIsNamedInTheSentence() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PortPlan plan = new PortPlan(1, 1, List.of(socket.getLocalPort()), 1, 1, 1, 1, 1, 1);

      assertThatThrownBy(plan::requireFree)
          .isInstanceOf(Failure.class)
          .hasMessageContaining("Port " + socket.getLocalPort() + " is in use");
    }
  }

  @Test
  void theOwnerIsReadFromWhatTheToolsPrint() {
    assertThat(PortOwner.fromLsof("p4711\ncjava\nf12\n")).contains("java, pid 4711");
    assertThat(PortOwner.fromSs("LISTEN 0 50 *:3001 *:* users:((\"java\",pid=4711,fd=12))"))
        .contains("java, pid 4711");
    assertThat(PortOwner.fromLsof("")).isEmpty();
  }
}
