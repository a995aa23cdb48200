package dev.lifeos.sample.note;

import dev.lifeos.starter.access.Owned;
import java.util.UUID;

/** A note. */
public record Note(UUID id, UUID ownerId, String text) implements Owned {

  /** How the owner felt. */
  public String mood() {
    return "glad";
  }
}
