package dev.lifeos.starter.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that takes a processor for tens of milliseconds and much memory: so much at once as there
 * are processors, and room in the heap, for. It runs on threads of the platform, which the kernel
 * makes give way; a virtual thread that computes would hold up the requests of all others.
 */
public final class LongWork {

  private final Duration patience;
  private final Semaphore places;
  private final Executor threads;

  /**
   * A kind of such work.
   *
   * @param name of its threads
   * @param room bytes of the heap that each takes, with what is left for others
   * @param patience how long one waits until it begins
   */
  public LongWork(String name, long room, Duration patience) {
    var runtime = Runtime.getRuntime();
    var atOnce = Math.clamp(runtime.maxMemory() / room, 1, runtime.availableProcessors());
    this.patience = patience;
    this.places = new Semaphore(atOnce, true);
    this.threads =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
  }

  /**
   * What the work gives, or throws.
   *
   * @param busy made and thrown where others took all places for too long
   */
  public <T> T done(Supplier<T> work, Supplier<? extends RuntimeException> busy) {
    if (!waited()) {
      throw busy.get();
    }
    try {
      return CompletableFuture.supplyAsync(work, threads).join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    } finally {
      places.release();
    }
  }

  private boolean waited() {
    try {
      return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
