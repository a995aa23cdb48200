package dev.lifeos.edge.health;

import java.util.Map;
import java.util.Set;

/**
 * Whether the platform is usable.
 *
 * @param status UP: all of it; DEGRADED: the fields of some subgraphs are missing; DOWN: nobody can
 *     use it
 * @param parts each part's own state
 */
record Health(State status, Map<String, State> parts) {

  static final String ROUTER = "router";

  private static final Set<String> NEEDED = Set.of(ROUTER, "auth");

  /** What one part, or all together, can do. */
  enum State {
    UP,
    DEGRADED,
    DOWN
  }

  static Health of(Map<String, State> parts) {
    return new Health(status(parts), parts);
  }

  private static State status(Map<String, State> parts) {
    if (NEEDED.stream().anyMatch(part -> parts.get(part) != State.UP)) {
      return State.DOWN;
    }
    return parts.values().stream().allMatch(state -> state == State.UP) ? State.UP : State.DEGRADED;
  }
}
