package dev.lifeos.launcher.subgraph;

import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.home.Secrets;
import dev.lifeos.launcher.net.PortPlan;
import dev.lifeos.launcher.simulators.SimulatorsEnvironment;
import java.util.HashMap;
import java.util.Map;

/**
 * What a subgraph is told by its environment; secrets go this way and not by the command line,
 * which others can read.
 */
public final class SubgraphEnvironment {
  /** The administrator whom auth makes at its first start. */
  public static final String ADMIN_EMAIL = "admin@lifeos.local";

  private SubgraphEnvironment() {}

  /** The environment of one subgraph. */
  public static Map<String, String> of(Subgraph subgraph, PortPlan ports, Home home) {
    Secrets secrets = home.secrets();
    String name = subgraph.title();
    Map<String, String> environment = new HashMap<>(common(ports, home));
    environment.put("SERVER_PORT", "" + ports.of(subgraph.ordinal()));
    environment.put(
        "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name);
    environment.put("SPRING_DATASOURCE_USERNAME", name);
    environment.put("SPRING_DATASOURCE_PASSWORD", secrets.password("database-" + name));
    if (subgraph == Subgraph.AUTH) {
      environment.put("LIFEOS_MASTER_KEY_FILE", secrets.masterKeyFile().toString());
      environment.put("LIFEOS_ADMIN_EMAIL", ADMIN_EMAIL);
      environment.put("LIFEOS_ADMIN_PASSWORD", secrets.password("admin"));
      environment.put("LIFEOS_AVATAR_FOLDER", home.data().resolve("avatars").toString());
      environment.putAll(SimulatorsEnvironment.forAuth(ports, home));
    }
    return Map.copyOf(environment);
  }

  /** What every Java part is told, the edge too. */
  public static Map<String, String> common(PortPlan ports, Home home) {
    return Map.of(
        "SERVER_ADDRESS",
        "127.0.0.1",
        "SPRING_DATA_REDIS_URL",
        "redis://:%s@127.0.0.1:%d".formatted(home.secrets().password("redis"), ports.redis()),
        "LIFEOS_AUTH_JWKS_URI",
        "http://127.0.0.1:%d/.well-known/jwks.json".formatted(ports.of(Subgraph.AUTH.ordinal())),
        // Lines that a person reads, in place of the JSON that log stores read.
        "LOGGING_STRUCTURED_FORMAT_CONSOLE",
        "");
  }
}
