package dev.lifeos.starter.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Makes identifiers: UUID version 7 (RFC 9562), so that new rows land at the end of an index. */
public final class Ids {

  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new identifier. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
