package dev.lifeos.launcher.platform;

import dev.lifeos.launcher.process.RunningProcess;
import dev.lifeos.launcher.process.StopSignal;
import dev.lifeos.launcher.state.Kind;
import dev.lifeos.launcher.state.PartState;
import dev.lifeos.launcher.state.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Processes whose supervisor was killed: found by pid and start time, and ended in order. */
public final class Leftovers {
  private static final Duration GRACE = Duration.ofSeconds(15);

  private Leftovers() {}

  /** Ends what still runs of a state; answers the names of what it ended. */
  public static List<String> end(State state) throws InterruptedException {
    List<String> ended = new ArrayList<>();
    for (PartState part : state.parts().reversed()) {
      if (end(part)) {
        ended.add(part.name());
      }
    }
    return ended;
  }

  private static boolean end(PartState part) throws InterruptedException {
    Optional<RunningProcess> process = RunningProcess.of(part);
    if (process.isEmpty()) {
      return false;
    }
    process.get().end(part.kind() == Kind.DATABASE ? StopSignal.INT : StopSignal.TERM, GRACE);
    return true;
  }
}
