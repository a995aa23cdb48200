package dev.lifeos.starter.access;

import java.util.UUID;

/**
 * A record that belongs to one person. What {@code @access(to: SELF)} on an entity type compares
 * with the caller.
 */
public interface Owned {

  /** The person it belongs to. */
  UUID ownerId();
}
