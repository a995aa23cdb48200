package dev.lifeos.launcher.redis;

import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.home.PrivateFiles;
import dev.lifeos.launcher.process.Launch;
import dev.lifeos.launcher.process.Part;
import dev.lifeos.launcher.state.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The embedded Redis server: append-only file on disk, loopback only, with a password. */
public final class RedisServer implements Part {
  private static final String NAME = "redis";

  private final Home home;
  private final int port;

  /** A server on a port. */
  public RedisServer(Home home, int port) {
    this.home = home;
    this.port = port;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Kind kind() {
    return Kind.REDIS;
  }

  @Override
  public Launch prepare() throws IOException {
    Path program = RedisBinary.unpacked(home.cache());
    Path data = PrivateFiles.directory(home.data().resolve(NAME));
    // A file, for a command line can be read by everyone on the machine.
    Path configuration = home.run().resolve("redis.conf");
    PrivateFiles.write(configuration, configuration(data));
    return Launch.of(
        List.of(program.toString(), configuration.toString()),
        Map.of(),
        data,
        port,
        "redis://127.0.0.1:" + port,
        null);
  }

  @Override
  public boolean ready(Launch launch) {
    return RedisPing.answered(port, password());
  }

  private String password() {
    return home.secrets().password(NAME);
  }

  private String configuration(Path data) {
    return """
    bind 127.0.0.1
    port %d
    requirepass %s
    dir "%s"
    appendonly yes
    appendfsync everysec
    save 300 100
    maxmemory-policy noeviction
    daemonize no
    logfile ""
    """
        .formatted(port, password(), data);
  }
}
