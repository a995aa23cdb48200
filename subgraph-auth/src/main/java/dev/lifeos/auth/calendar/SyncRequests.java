package dev.lifeos.auth.calendar;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks for syncs. A connection has one job, which is its lock too: what is asked for while it runs
 * is counted, and the job looks at the count after it has ended.
 */
@Component
class SyncRequests {

  // Due since ever: the clocks of scheduler and application need not agree.
  private static final Instant NOW = Instant.EPOCH;

  private final ObjectProvider<SchedulerClient> scheduler;
  private final Connections connections;

  SyncRequests(ObjectProvider<SchedulerClient> scheduler, Connections connections) {
    this.scheduler = scheduler;
    this.connections = connections;
  }

  /** Makes the job of a connection, in the caller's transaction. */
  void begin(UUID connection) {
    scheduler
        .getObject()
        .scheduleIfNotExists(SyncTask.DESCRIPTOR.instance(connection.toString()).scheduledTo(NOW));
  }

  /** Asks for a sync. Not within a transaction, whose count a job that ends would not see. */
  void now(UUID connection) {
    connections.want(connection);
    run(connection);
  }

  /** Asks again where it was asked for since. */
  void nowIfWantedSince(UUID connection, long seen) {
    if (connections.isWantedSince(connection, seen)) {
      run(connection);
    }
  }

  private void run(UUID connection) {
    begin(connection);
    try {
      scheduler.getObject().reschedule(SyncTask.DESCRIPTOR.instanceId(connection.toString()), NOW);
    } catch (TaskInstanceCurrentlyExecutingException
        | TaskInstanceNotFoundException
        | ExecutionException begunOrDone) {
      // It has been, or is just being, begun or ended, and looks at the count after that.
    }
  }
}
