package dev.lifeos.launcher.postgres;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.home.PrivateFiles;
import dev.lifeos.launcher.process.Launch;
import dev.lifeos.launcher.process.Part;
import dev.lifeos.launcher.process.StopSignal;
import dev.lifeos.launcher.process.Tool;
import dev.lifeos.launcher.state.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The embedded PostgreSQL server: a cluster of its own on disk, loopback only, every log-in by
 * password.
 */
public final class PostgresServer implements Part {
  private static final String NAME = "postgres";
  private static final String MAJOR = "18";

  private final Home home;
  private final int port;
  private final List<String> settings;
  private final Databases databases;

  /** A server on a port, with one database for each name. */
  public PostgresServer(Home home, int port, List<String> names, Map<String, String> environment) {
    this.home = home;
    this.port = port;
    this.settings = PostgresSettings.of(environment);
    this.databases = new Databases(home.secrets(), port, names);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Kind kind() {
    return Kind.DATABASE;
  }

  @Override
  public Launch prepare() throws IOException, InterruptedException {
    Path programs = PostgresBinaries.unpacked(home.cache());
    Path data = home.data().resolve(NAME);
    if (!Files.exists(data)) {
      initialise(programs, data);
    }
    requireVersion(data);
    return Launch.of(
            command(programs, data), Map.of(), data, port, "postgresql://127.0.0.1:" + port, null)
        .stoppedBy(StopSignal.INT);
  }

  @Override
  public boolean ready(Launch launch) {
    return databases.ensured();
  }

  private List<String> command(Path programs, Path data) {
    return Stream.concat(
            Unprivileged.of(
                List.of(
                    programs.resolve("bin/postgres").toString(), "-D", "" + data, "-p", "" + port))
                .stream(),
            settings.stream().flatMap(setting -> Stream.of("-c", setting)))
        .toList();
  }

  private void initialise(Path programs, Path data) throws IOException, InterruptedException {
    Path part = data.resolveSibling(NAME + ".part");
    PrivateFiles.delete(part);
    Path passwordFile = data.resolveSibling(NAME + ".pw");
    PrivateFiles.write(passwordFile, home.secrets().password(NAME) + "\n");
    try {
      Tool.run(
          "Making the database cluster",
          Unprivileged.of(
              List.of(
                  programs.resolve("bin/initdb").toString(),
                  "--pgdata=" + part,
                  "--username=postgres",
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale-provider=builtin",
                  "--locale=C",
                  "--builtin-locale=C.UTF-8",
                  "--data-checksums")),
          Map.of(),
          home.data(),
          home.log(NAME));
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void requireVersion(Path data) throws IOException {
    String version = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR)) {
      throw new Failure(
          "%s was made by PostgreSQL %s and this is %s: export it with that version, or ./lifeos reset."
              .formatted(data, version, MAJOR));
    }
  }
}
