package dev.lifeos.launcher.state;

/** What a part is. */
public enum Kind {
  DATABASE,
  REDIS,
  SUBGRAPH,
  SIMULATORS,
  ROUTER,
  EDGE
}
