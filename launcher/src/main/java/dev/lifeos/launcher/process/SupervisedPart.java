package dev.lifeos.launcher.process;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.state.PartState;
import dev.lifeos.launcher.state.PartStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One part and the loop that keeps its process running until it is told to stop. */
final class SupervisedPart {
  private static final int LOG_LINES = 25;

  private final Part part;
  private final LogFile log;
  private final PartListener listener;
  private final Clock clock;
  private final RestartBudget budget;
  private final Semaphore wake = new Semaphore(0);
  private final AtomicInteger restarts = new AtomicInteger();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  private volatile CompletableFuture<Void> ready = new CompletableFuture<>();
  private volatile PartStatus status = PartStatus.WAITING;
  private volatile @Nullable Attempt attempt;
  private volatile @Nullable Thread loop;
  private volatile boolean wanted = true;
  private volatile boolean restartAsked;

  SupervisedPart(Part part, Path log, PartListener listener, Clock clock, RestartBudget budget) {
    this.part = part;
    this.log = new LogFile(log);
    this.listener = listener;
    this.clock = clock;
    this.budget = budget;
  }

  String name() {
    return part.name();
  }

  /** Begins; the future completes when the part serves, or fails when it is given up. */
  CompletableFuture<Void> start() {
    loop = Thread.ofVirtual().name(part.name()).start(this::keepRunning);
    return ready;
  }

  /** Ends the process and starts it anew; also revives a part that was given up. */
  CompletableFuture<Void> restart() throws InterruptedException {
    CompletableFuture<Void> again = new CompletableFuture<>();
    ready = again;
    restartAsked = true;
    budget.reset();
    endProcess();
    wake.release();
    return again;
  }

  /** Ends the process for good; returns when it has ended. */
  void stop() throws InterruptedException {
    if (!wanted) {
      return;
    }
    wanted = false;
    Thread running = loop;
    if (running == null) {
      status = PartStatus.STOPPED;
      return;
    }
    Attempt current = attempt;
    if (current == null || !current.started()) {
      running.interrupt();
    } else {
      listener.stopping(name());
      endProcess();
    }
    wake.release();
    ended.join();
  }

  List<PartState> states() {
    PartState whole =
        Optional.ofNullable(attempt)
            .map(current -> current.state(status, restarts.get()))
            .orElseGet(() -> Attempt.none(part, log.path(), status, restarts.get()));
    return part.shown(whole);
  }

  boolean answersTo(String name) {
    return name().equals(name) || states().stream().anyMatch(shown -> shown.name().equals(name));
  }

  private void endProcess() throws InterruptedException {
    Attempt current = attempt;
    if (current != null) {
      current.end();
    }
  }

  private void endWhatStarted() {
    try {
      endProcess();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepRunning() {
    try {
      while (wanted) {
        restartAsked = false;
        wake.drainPermits();
        String why = run();
        if (wanted && !restartAsked) {
          afterCrash(why);
        }
      }
    } catch (InterruptedException e) {
      // Only stop() interrupts; it may have come just as the process started.
      endWhatStarted();
    } finally {
      become(PartStatus.STOPPED);
      ready.completeExceptionally(new Failure(name() + " was stopped."));
      ended.complete(null);
    }
  }

  private String run() throws InterruptedException {
    try {
      attempt = null;
      become(PartStatus.PREPARING);
      long from = System.nanoTime();
      Attempt current = new Attempt(part, part.prepare(), log);
      attempt = current;
      if (!wanted) {
        return "";
      }
      current.start();
      become(PartStatus.STARTING);
      if (current.awaitReady()) {
        become(PartStatus.READY);
        // Told before whoever waits goes on, so that nobody hears of a later thing first.
        listener.ready(name(), Duration.ofNanos(System.nanoTime() - from), current.where());
        ready.complete(null);
      }
      return current.awaitEnd();
    } catch (Failure e) {
      return String.valueOf(e.getMessage());
    } catch (IOException | RuntimeException e) {
      return e.toString();
    }
  }

  private void afterCrash(String why) throws InterruptedException {
    boolean servedOnce = ready.isDone();
    Optional<Duration> pause = servedOnce ? budget.crashed(clock.instant()) : Optional.empty();
    if (pause.isPresent()) {
      become(PartStatus.RESTARTING);
      listener.crashed(name(), why, pause.get());
      wake.tryAcquire(pause.get().toMillis(), TimeUnit.MILLISECONDS);
      restarts.incrementAndGet();
      return;
    }
    become(PartStatus.FAILED);
    Attempt last = attempt;
    listener.gaveUp(name(), why, last == null || !last.started() ? List.of() : log.tail(LOG_LINES));
    ready.completeExceptionally(new Failure("%s did not start: %s".formatted(name(), why)));
    wake.acquire();
  }

  private void become(PartStatus next) {
    status = next;
    listener.changed();
  }
}
