package dev.lifeos.auth.key;

import dev.lifeos.auth.command.Command;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals all secrets anew under a new data key. Killed and run again, it goes on where it was; run
 * twice at once, both do a part.
 */
@Component
class RotateDataKey implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(RotateDataKey.class);

  private final DataKeyRotation rotation;
  private final List<SealedRows> tables;

  RotateDataKey(DataKeyRotation rotation, List<SealedRows> tables) {
    this.rotation = rotation;
    this.tables = List.copyOf(tables);
  }

  @Override
  public String name() {
    return "rotate-data-key";
  }

  @Override
  public int run() {
    var key = rotation.begin();
    var failed = tables.stream().mapToInt(table -> resealed(table, key)).sum();
    if (failed > 0) {
      LOG.error("{} secrets do not open and were left: the old data keys stay in use.", failed);
      return 1;
    }
    LOG.info("All secrets are sealed under {}; {} data keys are retired.", key, rotation.end(key));
    return 0;
  }

  private int resealed(SealedRows table, String key) {
    var done = Batch.BEGINNING;
    do {
      done = rotation.reseal(table, key, done);
    } while (!done.isLast());
    LOG.info("{}: {} secrets are sealed anew.", table.table(), done.sealed());
    return done.failed();
  }
}
