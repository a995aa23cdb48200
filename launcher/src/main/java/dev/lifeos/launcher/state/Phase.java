package dev.lifeos.launcher.state;

/** How far the whole has come. */
public enum Phase {
  STARTING,
  READY,
  STOPPING
}
