package dev.lifeos.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void everythingLocalLiesInTheRepositoryUnlessSaidOtherwise() {
    Home home = Home.discover(Map.of("LIFEOS_ROOT", folder.toString()));

    assertThat(home.log("auth")).isEqualTo(folder.resolve(".lifeos/logs/auth.log"));
    assertThat(home.cache()).isEqualTo(folder.resolve(".lifeos/cache"));
  }

  @Test
  void theLocalFolderAndTheCacheCanLieElsewhere() {
    Home home =
        Home.discover(
            Map.of(
                "LIFEOS_ROOT", folder.toString(),
                "LIFEOS_HOME", folder.resolve("here").toString(),
                "LIFEOS_CACHE", folder.resolve("there").toString()));

    assertThat(home.data()).isEqualTo(folder.resolve("here/data"));
    assertThat(home.cache()).isEqualTo(folder.resolve("there"));
  }

  @Test
  void deletingAFolderDoesNotFollowALinkOutOfIt() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept"), "kept");
    Path deleted = Files.createDirectories(folder.resolve("deleted/below"));
    Files.createSymbolicLink(deleted.resolve("link"), kept);

    PrivateFiles.delete(folder.resolve("deleted"));

    assertThat(folder.resolve("deleted")).doesNotExist();
    assertThat(kept).hasContent("kept");
  }
}
