package dev.lifeos.launcher.state;

import dev.lifeos.launcher.net.PortPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole of {@code run/state.json}.
 *
 * @param version of this format; 1
 * @param phase how far the whole has come
 * @param pid the supervising process
 * @param startedAt when it started
 * @param control the loopback port on which it takes requests
 * @param graphql where clients send GraphQL
 * @param readySeconds from start to everything ready
 * @param ports which part listens where
 * @param parts every part, in the order in which they start
 */
public record State(
    int version,
    Phase phase,
    long pid,
    Instant startedAt,
    int control,
    @Nullable String graphql,
    @Nullable Double readySeconds,
    @Nullable PortPlan ports,
    List<PartState> parts) {
  /** The format that this launcher writes. */
  public static final int VERSION = 1;

  /** The part with that name. */
  public Optional<PartState> part(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst();
  }
}
