package dev.lifeos.launcher.net;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which part listens where.
 *
 * @param edge the one door for clients
 * @param edgeManagement where the edge tells of its health, not for clients
 * @param subgraphs the subgraphs' ports, in their order
 * @param router where the router takes GraphQL
 * @param routerHealth where the router tells of its health
 * @param postgres the database server
 * @param redis the Redis server
 * @param simulators the outside services, simulated
 * @param smtp where the mail box takes mail
 */
public record PortPlan(
    int edge,
    int edgeManagement,
    List<Integer> subgraphs,
    int router,
    int routerHealth,
    int postgres,
    int redis,
    int simulators,
    int smtp) {
  private static final int SUBGRAPHS = 5;

  /**
   * The well-known ports: edge 3000 and 3100, subgraphs 3001–3005, simulators 3900, router 4000 and
   * 8088; PostgreSQL (5433), Redis (6380) and SMTP (3925) give way.
   */
  public static PortPlan wellKnown() {
    return new PortPlan(
        3000,
        3100,
        List.of(3001, 3002, 3003, 3004, 3005),
        4000,
        8088,
        Ports.wishedOrFree(5433),
        Ports.wishedOrFree(6380),
        3900,
        Ports.wishedOrFree(3925));
  }

  /**
   * Ports that follow a base: edge +0 and +12, subgraphs +1 to +5, router +10 and +11, PostgreSQL
   * +20, Redis +21, simulators +30, SMTP +31.
   */
  public static PortPlan from(int base) {
    if (base < 1024 || base > 65_000) {
      throw new Failure(
          ExitCode.USAGE,
          "The base of the ports must lie between 1024 and 65000, not " + base + ".");
    }
    List<Integer> subgraphs = IntStream.rangeClosed(base + 1, base + SUBGRAPHS).boxed().toList();
    return new PortPlan(
        base, base + 12, subgraphs, base + 10, base + 11, base + 20, base + 21, base + 30,
        base + 31);
  }

  /** Free ports for everything. */
  public static PortPlan auto() {
    List<Integer> free = Ports.free(SUBGRAPHS + 8);
    List<Integer> others = free.subList(SUBGRAPHS, free.size());
    return new PortPlan(
        others.get(4),
        others.get(5),
        List.copyOf(free.subList(0, SUBGRAPHS)),
        others.get(0),
        others.get(1),
        others.get(2),
        others.get(3),
        others.get(6),
        others.get(7));
  }

  /** The plan behind {@code --ports}: {@code auto}, a base, or null for the well-known ports. */
  public static PortPlan parse(@Nullable String wish) {
    if (wish == null || wish.isBlank()) {
      return wellKnown();
    }
    if (wish.equals("auto")) {
      return auto();
    }
    if (!wish.matches("\\d{1,5}")) {
      throw new Failure(
          ExitCode.USAGE, "Ports are \"auto\" or a number such as 13000, not " + wish + ".");
    }
    return from(Integer.parseInt(wish));
  }

  /** The port of the n-th subgraph. */
  public int of(int subgraph) {
    return subgraphs.get(subgraph);
  }

  /** Fails with a sentence that names a port in use and, where known, the process that has it. */
  public void requireFree() {
    List<Integer> all = new ArrayList<>(subgraphs);
    Collections.addAll(
        all, edge, edgeManagement, router, routerHealth, postgres, redis, simulators, smtp);
    all.stream().filter(Ports::taken).findFirst().ifPresent(PortPlan::refuse);
  }

  private static void refuse(int port) {
    String owner = PortOwner.of(port).map(who -> " by " + who).orElse("");
    throw new Failure(
        ExitCode.MACHINE,
        "Port %d is in use%s. End that program, or start LifeOS with --ports auto."
            .formatted(port, owner));
  }
}
