package dev.lifeos.auth.calendar;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job of each connection: again and again, and after a failure later and later. */
@Configuration(proxyBeanMethods = false)
class SyncTask {

  static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("calendar-sync");

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 7;
  private static final Duration NO_PLACE = Duration.ofSeconds(2);

  // Google may be slow with many calendars at once: other jobs, such as mails, keep half the
  // threads.
  private final Semaphore places;

  SyncTask(@Value("${db-scheduler.threads:10}") int threads) {
    places = new Semaphore(Math.max(1, threads / 2));
  }

  @Bean
  CustomTask<Void> calendarJob(CalendarSync sync, SyncRequests requests) {
    return Tasks.custom(DESCRIPTOR)
        .onFailure(SyncTask::later)
        .execute((instance, context) -> run(UUID.fromString(instance.getId()), sync, requests));
  }

  private CompletionHandler<Void> run(UUID connection, CalendarSync sync, SyncRequests requests) {
    if (!places.tryAcquire()) {
      return (complete, operations) ->
          operations.reschedule(complete, complete.getTimeDone().plus(NO_PLACE));
    }
    try {
      return after(connection, sync.sync(connection), requests);
    } finally {
      places.release();
    }
  }

  // The count is looked at when the job can be asked for again: nothing is missed in between.
  private static CompletionHandler<Void> after(
      UUID connection, CalendarSync.Synced synced, SyncRequests requests) {
    return (complete, operations) -> {
      var pause = synced.pause();
      if (pause == null) {
        operations.remove();
      } else {
        operations.reschedule(complete, complete.getTimeDone().plus(pause));
      }
      requests.nowIfWantedSince(connection, synced.wanted());
    };
  }

  private static void later(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    var failures = complete.getExecution().consecutiveFailures;
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    operations.reschedule(complete, complete.getTimeDone().plus(pause));
  }
}
