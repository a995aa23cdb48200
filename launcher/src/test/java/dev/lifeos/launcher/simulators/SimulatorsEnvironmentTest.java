package dev.lifeos.launcher.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.net.PortPlan;
import dev.lifeos.launcher.subgraph.Subgraph;
import dev.lifeos.launcher.subgraph.SubgraphEnvironment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorsEnvironmentTest {
  private static final PortPlan PORTS = PortPlan.from(13_000);

  @TempDir Path root;

  @Test
  void authAndTheSimulatorsAreToldTheSame() {
    Map<String, String> simulators = SimulatorsEnvironment.of(PORTS, home());
    Map<String, String> auth = SubgraphEnvironment.of(Subgraph.AUTH, PORTS, home());

    assertThat(auth)
        .containsEntry("SPRING_MAIL_PORT", simulators.get("LIFEOS_SIMULATORS_MAIL_PORT"))
        .containsEntry("LIFEOS_GOOGLE_ISSUER", simulators.get("LIFEOS_SIMULATORS_GOOGLE_ISSUER"))
        .containsEntry(
            "LIFEOS_GOOGLE_CLIENTID", simulators.get("LIFEOS_SIMULATORS_GOOGLE_CLIENTID"))
        .containsEntry(
            "LIFEOS_GOOGLE_CLIENTSECRET", simulators.get("LIFEOS_SIMULATORS_GOOGLE_CLIENTSECRET"))
        .containsEntry(
            "LIFEOS_TWILIO_ACCOUNTSID", simulators.get("LIFEOS_SIMULATORS_TWILIO_ACCOUNTSID"))
        .containsEntry(
            "LIFEOS_TWILIO_AUTHTOKEN", simulators.get("LIFEOS_SIMULATORS_TWILIO_AUTHTOKEN"))
        .containsEntry("LIFEOS_GOOGLE_CALENDARURI", "http://127.0.0.1:13030/calendar/v3")
        .containsEntry("LIFEOS_WEBURL", "http://localhost:13000");
    assertThat(simulators)
        .containsEntry(
            "LIFEOS_SIMULATORS_GOOGLE_REDIRECTURIS", "http://localhost:13000/account/google");
    assertThat(simulators.get("LIFEOS_SIMULATORS_TWILIO_ACCOUNTSID")).matches("AC[0-9a-f]{32}");
  }

  @Test
  void picturesOfPeopleLieWithTheOtherData() {
    assertThat(SubgraphEnvironment.of(Subgraph.AUTH, PORTS, home()))
        .containsEntry("LIFEOS_AVATAR_FOLDER", home().data().resolve("avatars").toString());
  }

  @Test
  void noOtherSubgraphHearsOfThem() {
    assertThat(SubgraphEnvironment.of(Subgraph.HEALTH, PORTS, home()).keySet())
        .noneMatch(name -> name.startsWith("LIFEOS_GOOGLE") || name.startsWith("LIFEOS_TWILIO"));
  }

  private Home home() {
    return new Home(root, root.resolve(".lifeos"), root.resolve("cache"));
  }
}
