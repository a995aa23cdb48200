package dev.lifeos.launcher.command;

import dev.lifeos.launcher.process.ResidentMemory;
import dev.lifeos.launcher.process.RunningProcess;
import dev.lifeos.launcher.state.PartState;
import dev.lifeos.launcher.state.State;

/** Memory of what runs. */
final class Memory {
  private Memory() {}

  static long total(State state) {
    return supervisor(state) + state.parts().stream().mapToLong(Memory::of).sum();
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
