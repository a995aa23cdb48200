package dev.lifeos.starter.user;

import dev.lifeos.starter.access.Owned;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The federated {@code User} as a subgraph that extends it gets it: what the router sends as its
 * representation.
 *
 * @param timeZone the person's own zone, where the field {@code @requires} it
 */
public record User(UUID id, @Nullable ZoneId timeZone) implements Owned {

  /** The zone in which this person's days are cut: their own, or UTC when it is not known. */
  public ZoneId zone() {
    return timeZone == null ? ZoneOffset.UTC : timeZone;
  }

  @Override
  public UUID ownerId() {
    return id;
  }
}
