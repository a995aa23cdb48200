package dev.lifeos.launcher.process;

import java.time.Duration;
import java.util.List;

/** Hears what becomes of the parts. */
public interface PartListener {
  /** Something about a part changed. */
  void changed();

  /** It serves. */
  void ready(String part, Duration after, String where);

  /** It ended by itself and starts again after a pause. */
  void crashed(String part, String why, Duration pause);

  /** It will not be started again by itself. */
  void gaveUp(String part, String why, List<String> lastLines);

  /** It is asked to end. */
  void stopping(String part);
}
