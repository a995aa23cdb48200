package dev.lifeos.launcher.process;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.state.PartState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Starts parts stage by stage, watches over them, and stops them in the opposite order. */
public final class Supervisor {
  private final List<List<SupervisedPart>> stages;

  /**
   * A supervisor of parts; those of one stage start together, after those of the stage before
   * serve.
   */
  public Supervisor(List<List<Part>> stages, Path logs, PartListener listener, Clock clock) {
    this.stages =
        stages.stream()
            .map(stage -> stage.stream().map(part -> watch(part, logs, listener, clock)).toList())
            .toList();
  }

  private static SupervisedPart watch(Part part, Path logs, PartListener listener, Clock clock) {
    RestartBudget budget = new RestartBudget(5, Duration.ofMinutes(5), Duration.ofSeconds(1));
    return new SupervisedPart(part, logs.resolve(part.name() + ".log"), listener, clock, budget);
  }

  /** Starts everything; returns when all parts serve, fails as soon as one is given up. */
  public void start() {
    for (List<SupervisedPart> stage : stages) {
      await(allOrFirstFailure(stage.stream().map(SupervisedPart::start).toList()));
    }
  }

  private static CompletableFuture<Void> allOrFirstFailure(List<CompletableFuture<Void>> starts) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    starts.forEach(start -> start.exceptionally(e -> failed(result, e)));
    CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new))
        .thenRun(() -> result.complete(null));
    return result;
  }

  private static @Nullable Void failed(CompletableFuture<Void> result, Throwable cause) {
    result.completeExceptionally(cause);
    return null;
  }

  /** Starts one part anew; returns when it serves. */
  public void restart(String name) throws InterruptedException {
    SupervisedPart part =
        all().stream()
            .filter(each -> each.answersTo(name))
            .findFirst()
            .orElseThrow(() -> new Failure("There is no part named " + name + "."));
    await(part.restart());
  }

  /** Stops everything, the last stage first; returns when no process is left. */
  public void stop() throws InterruptedException {
    for (List<SupervisedPart> stage : stages.reversed()) {
      List<Thread> stops = stage.stream().map(Supervisor::stopping).toList();
      for (Thread each : stops) {
        each.join();
      }
    }
  }

  /** What is known of each part, in the order in which they start. */
  public List<PartState> states() {
    return all().stream().map(SupervisedPart::states).flatMap(List::stream).toList();
  }

  private List<SupervisedPart> all() {
    return stages.stream().flatMap(List::stream).toList();
  }

  private static Thread stopping(SupervisedPart part) {
    return Thread.ofVirtual().start(() -> stopQuietly(part));
  }

  private static void stopQuietly(SupervisedPart part) {
    try {
      part.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CompletableFuture<?> future) {
    try {
      future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Failure failure ? failure : e;
    }
  }
}
