package dev.lifeos.launcher.router;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterVersionTest {
  @Test
  void theNumbersAreReadWhereverTheyStand() {
    assertThat(RouterVersion.parse("2.17.0\n")).contains(new RouterVersion(2, 17, 0));
    assertThat(RouterVersion.parse("Apollo Router v2.18.3-rc.1"))
        .contains(new RouterVersion(2, 18, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "router", "2.17", "usage: router [OPTIONS]"})
  void whatHasNoThreeNumbersIsNoVersion(String output) {
    assertThat(RouterVersion.parse(output)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.17.0", "2.17.9", "2.30.0"})
  void thisVersionAndLaterOnesOfItsLineFit(String version) {
    assertThat(RouterVersion.parse(version).orElseThrow().fits()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.61.0", "2.16.9", "3.0.0", "0.0.1"})
  void othersDoNot(String version) {
    assertThat(RouterVersion.parse(version).orElseThrow().fits()).isFalse();
  }
}
