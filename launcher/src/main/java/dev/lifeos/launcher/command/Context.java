package dev.lifeos.launcher.command;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.process.RunningProcess;
import dev.lifeos.launcher.state.State;
import dev.lifeos.launcher.state.StateFile;
import dev.lifeos.launcher.terminal.Terminal;
import java.util.Map;
import java.util.Optional;

/**
 * What commands work with.
 *
 * @param environment the environment's variables
 * @param terminal where a person reads
 */
public record Context(Map<String, String> environment, Terminal terminal) {
  /** The folders of this LifeOS. */
  Home home() {
    return Home.discover(environment);
  }

  /** What runs now, if the process that supervises it is alive. */
  Optional<State> running() {
    return recorded().filter(state -> new RunningProcess(state.pid(), state.startedAt()).alive());
  }

  /** What was written down last, whether or not it runs still. */
  Optional<State> recorded() {
    return new StateFile(home().run()).read();
  }

  /** What runs now; fails with a sentence when nothing does. */
  State requireRunning() {
    return running()
        .orElseThrow(
            () -> new Failure(ExitCode.NOT_UP, "LifeOS is not up; start it by ./lifeos up."));
  }
}
