package dev.lifeos.launcher.process;

import java.io.IOException;

/** Signals that Java itself cannot send. */
final class Signals {
  private Signals() {}

  static void send(ProcessHandle to, StopSignal signal) throws InterruptedException {
    switch (signal) {
      case TERM -> to.destroy();
      case INT -> interrupt(to);
    }
  }

  private static void interrupt(ProcessHandle to) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(to.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      to.destroy();
    }
  }
}
