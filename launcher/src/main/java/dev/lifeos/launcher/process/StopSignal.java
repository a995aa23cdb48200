package dev.lifeos.launcher.process;

/** The signal on which a process ends in good order. */
public enum StopSignal {
  TERM,
  /** PostgreSQL's fast shutdown; on TERM it would wait for every client to go. */
  INT
}
