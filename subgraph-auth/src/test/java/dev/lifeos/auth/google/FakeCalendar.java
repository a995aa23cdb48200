package dev.lifeos.auth.google;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A calendar at the fake Google, by Calendar v3's rules: pages, sync tokens, deletions, 410. */
public final class FakeCalendar {

  private final Map<String, Map<String, ?>> events = new LinkedHashMap<>();
  private final List<String> changed = new ArrayList<>();
  private final List<Channel> channels = new CopyOnWriteArrayList<>();
  private final List<String> reads = new CopyOnWriteArrayList<>();
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
  private final AtomicInteger reading = new AtomicInteger();
  private final AtomicInteger mostReading = new AtomicInteger();
  private int forgotten;
  private int pageSize = 250;

  /** Adds or changes an event. */
  public synchronized void put(String id, Map<String, ?> event) {
    var whole = new LinkedHashMap<String, Object>(Map.of("id", id, "status", "confirmed"));
    whole.putAll(event);
    events.put(id, whole);
    changed.add(id);
  }

  /** Deletes an event. */
  public synchronized void delete(String id) {
    events.remove(id);
    changed.add(id);
  }

  /** Makes all sync tokens that were given so far stale. */
  public synchronized void forgetTokens() {
    changed.add("");
    forgotten = changed.size();
  }

  /** How many events a page has. */
  public synchronized void pageSize(int size) {
    pageSize = size;
  }

  /** That page of a full read waits from now on, until the test lets it. */
  public CountDownLatch gate(String page) {
    return gates.computeIfAbsent(page, name -> new CountDownLatch(1));
  }

  /** How many have read it at the same time, at most. */
  public int mostReadingAtOnce() {
    return mostReading.get();
  }

  /** How it was read: {@code full} or {@code changes}, once a page. */
  public List<String> reads() {
    return List.copyOf(reads);
  }

  /** The channels that are open. */
  public List<Channel> channels() {
    return List.copyOf(channels);
  }

  @Nullable Map<String, ?> list(@Nullable String sync, @Nullable String page) {
    mostReading.accumulateAndGet(reading.incrementAndGet(), Math::max);
    try {
      return read(sync, page);
    } finally {
      reading.decrementAndGet();
    }
  }

  private @Nullable Map<String, ?> read(@Nullable String sync, @Nullable String page) {
    var gate = gates.get(sync == null ? String.valueOf(page) : "changes");
    if (gate != null) {
      pass(gate);
    }
    return found(sync, page);
  }

  private static void pass(CountDownLatch gate) {
    try {
      gate.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Map<String, ?> found(
      @Nullable String sync, @Nullable String page) {
    reads.add(sync == null ? "full" : "changes");
    var since = sync == null ? 0 : Integer.parseInt(sync.substring("sync-".length()));
    if (sync != null && since < forgotten) {
      return null;
    }
    var from = page == null ? 0 : Integer.parseInt(page.substring("page-".length()));
    var all = sync == null ? List.copyOf(events.values()) : changesSince(since);
    var to = Math.min(from + pageSize, all.size());
    return to < all.size()
        ? Map.of("items", all.subList(from, to), "nextPageToken", "page-" + to)
        : Map.of("items", all.subList(from, to), "nextSyncToken", "sync-" + changed.size());
  }

  Channel open(String id, String address, String token, long expiresAt) {
    var channel = new Channel(id, "resource-" + UUID.randomUUID(), address, token, expiresAt);
    channels.add(channel);
    return channel;
  }

  boolean close(String id, String resource) {
    return channels.removeIf(
        channel -> channel.id().equals(id) && channel.resource().equals(resource));
  }

  private List<Map<String, ?>> changesSince(int since) {
    return changed.subList(since, changed.size()).stream()
        .distinct()
        .filter(id -> !id.isEmpty())
        .<Map<String, ?>>map(
            id -> events.containsKey(id) ? events.get(id) : Map.of("id", id, "status", "cancelled"))
        .toList();
  }

  /** By which changes are told. */
  public record Channel(String id, String resource, String address, String token, long expiresAt) {}
}
