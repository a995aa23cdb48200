package dev.lifeos.simulators.google;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entry when it grows too large; not safe for threads. */
public final class Bounded<K, V> extends LinkedHashMap<K, V> {
  private final int most;

  /** A map of at most so many entries. */
  public Bounded(int most) {
    super();
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
