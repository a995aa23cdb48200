package dev.lifeos.launcher.process;

import dev.lifeos.launcher.state.Kind;
import java.io.IOException;
import java.time.Duration;

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

  /** How long the process may take until it is ready. */
  default Duration patience() {
    return Duration.ofMinutes(3);
  }
}
