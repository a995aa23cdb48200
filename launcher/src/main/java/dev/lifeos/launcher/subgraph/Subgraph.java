package dev.lifeos.launcher.subgraph;

import dev.lifeos.launcher.image.Bundle;
import dev.lifeos.launcher.image.JavaModule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The five subgraphs, in the order of their ports. */
public enum Subgraph {
  AUTH,
  HEALTH,
  FINANCE,
  LEARNING,
  NOTIFICATION;

  // For so long it serves requests to itself, on a port of its own.
  private static final List<String> TRAINING = List.of("-Dlifeos.training=5s", "-Dserver.port=0");

  /**
   * All five in one process. The heap is what they share, so that it need not be five times as
   * large.
   */
  public static final Bundle ALL_IN_ONE =
      new Bundle(
          "all-in-one", "dev.lifeos.starter.allinone.AllInOne", List.of("-Xmx512m"), TRAINING);

  /** Its name, which is also that of its database. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names, in order. */
  public static List<String> titles() {
    return Arrays.stream(values()).map(Subgraph::title).toList();
  }

  /** The module that it is built from. */
  public JavaModule module() {
    return new JavaModule(title(), "subgraph-" + title(), List.of(), TRAINING);
  }
}
