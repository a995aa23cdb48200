package dev.lifeos.launcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmFlagsTest {
  @Test
  void optionsOfTheEnvironmentComeLastSoThatTheJvmTakesThem() {
    List<String> small = List.of("-Xmx96m");
    List<String> ours = JvmFlags.of(small, Map.of());
    List<String> all = JvmFlags.of(small, Map.of("LIFEOS_JAVA_OPTIONS", " -Xmx512m\n -Da=b "));

    assertThat(ours).endsWith("-Xmx96m");
    assertThat(all.subList(0, ours.size())).isEqualTo(ours);
    assertThat(all.subList(ours.size(), all.size())).containsExactly("-Xmx512m", "-Da=b");
  }
}
