package dev.lifeos.launcher.process;

import dev.lifeos.launcher.state.Kind;
import dev.lifeos.launcher.state.PartState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Something that runs as a process of its own and is watched over. */
public interface Part {
  /** Its name for people, commands and files. */
  String name();

  /** What it is. */
  Kind kind();

  /** Makes what the process needs and says how to run it; called before every start. */
  Launch prepare() throws IOException, InterruptedException;

  /** One look at whether the process serves. */
  boolean ready(Launch launch) throws InterruptedException;

  /** What the state file and people are told: the part itself, or what its process is made of. */
  default List<PartState> shown(PartState whole) {
    return List.of(whole);
  }

  /** How long the process may take until it is ready. */
  default Duration patience() {
    return Duration.ofMinutes(3);
  }
}
