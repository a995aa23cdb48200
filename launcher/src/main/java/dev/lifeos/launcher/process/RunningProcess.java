package dev.lifeos.launcher.process;

import dev.lifeos.launcher.state.PartState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of this machine that cannot be mistaken for a later one with the same pid.
 *
 * @param pid the process' number
 * @param startedAt when it started
 */
public record RunningProcess(long pid, Instant startedAt) {
  // The system counts in ticks from its boot, and corrects the boot time now and then.
  private static final Duration CLOCK_DRIFT = Duration.ofSeconds(2);

  private static final Duration STEP = Duration.ofMillis(50);

  /** This process. */
  public static RunningProcess current() {
    return of(ProcessHandle.current());
  }

  /** The process behind a handle. */
  public static RunningProcess of(ProcessHandle handle) {
    return new RunningProcess(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process of a part, as the state file tells of it; empty where none runs. */
  public static Optional<RunningProcess> of(PartState part) {
    Long pid = part.pid();
    Instant startedAt = part.startedAt();
    return pid == null || startedAt == null
        ? Optional.empty()
        : Optional.of(new RunningProcess(pid, startedAt)).filter(RunningProcess::alive);
  }

  /** The handle, unless the process has ended. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(this::sameStart)
        .filter(handle -> !Zombies.is(pid));
  }

  /** Whether it runs still. */
  public boolean alive() {
    return handle().isPresent();
  }

  /** Ends it: by the signal first, by force when the grace is over. Returns when it has ended. */
  public void end(StopSignal signal, Duration grace) throws InterruptedException {
    Optional<ProcessHandle> running = handle();
    if (running.isEmpty()) {
      return;
    }
    ProcessHandle handle = running.get();
    List<ProcessHandle> below = handle.descendants().toList();
    Signals.send(handle, signal);
    if (!ended(grace)) {
      handle.destroyForcibly();
      below.forEach(ProcessHandle::destroyForcibly);
      ended(grace);
    }
  }

  private boolean sameStart(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_DRIFT) <= 0)
        .orElse(true);
  }

  /** Waits for its end, but no longer than told; answers whether it has ended. */
  public boolean ended(Duration within) throws InterruptedException {
    long until = System.nanoTime() + within.toNanos();
    for (Optional<ProcessHandle> left = handle(); left.isPresent(); left = handle()) {
      if (System.nanoTime() > until) {
        return false;
      }
      awaitExit(left.get());
    }
    return true;
  }

  // In small steps, for this does not return while the process is a zombie.
  private static void awaitExit(ProcessHandle handle) throws InterruptedException {
    try {
      handle.onExit().get(STEP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The caller looks again.
    }
  }
}
