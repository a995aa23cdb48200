package dev.lifeos.launcher.command;

import dev.lifeos.launcher.process.ResidentMemory;
import dev.lifeos.launcher.process.RunningProcess;
import dev.lifeos.launcher.state.PartState;
import dev.lifeos.launcher.state.State;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Memory of what runs. */
final class Memory {
  private Memory() {}

  static long total(State state) {
    return supervisor(state) + processes(state).mapToLong(Memory::of).sum();
  }

  // Parts may share a process.
  private static Stream<PartState> processes(State state) {
    Set<Long> seen = new HashSet<>();
    return state.parts().stream().filter(part -> part.pid() != null && seen.add(part.pid()));
  }

  static long of(PartState part) {
    return RunningProcess.of(part)
        .flatMap(RunningProcess::handle)
        .map(ResidentMemory::ofTree)
        .orElse(0L);
  }

  static long supervisor(State state) {
    return ResidentMemory.of(state.pid());
  }

  static String megabytes(long bytes) {
    return (bytes >> 20) + " MB";
  }
}
