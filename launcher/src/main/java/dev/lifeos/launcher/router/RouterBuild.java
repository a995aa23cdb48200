package dev.lifeos.launcher.router;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Compiles the router from its published crate; a quarter of an hour on two cores. */
public final class RouterBuild {
  private final Home home;

  /** A build that keeps its log in the local folder. */
  public RouterBuild(Home home) {
    this.home = home;
  }

  /** Compiles and installs it in the cache. */
  public Path install() throws IOException, InterruptedException {
    if (VersionQuery.ask(Path.of("cargo")).isEmpty()) {
      throw new Failure(
          ExitCode.MACHINE,
          "Building Apollo Router needs Rust 1.95 or newer (https://rustup.rs) and protobuf-compiler.");
    }
    Path program = RouterLocator.cached(home);
    Path place = program.resolveSibling("build");
    Tool.run(
        "cargo install apollo-router",
        List.of(
            "cargo",
            "install",
            "apollo-router",
            "--version",
            RouterVersion.WANTED.toString(),
            "--locked",
            "--root",
            place.toString()),
        Map.of(),
        Files.createDirectories(place),
        home.log("router-build"));
    return Files.move(place.resolve("bin/router"), program, StandardCopyOption.REPLACE_EXISTING);
  }
}
