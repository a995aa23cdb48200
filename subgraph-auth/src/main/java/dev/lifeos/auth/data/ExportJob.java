package dev.lifeos.auth.data;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes copies behind the answer: one replica each, and another where that one dies. */
@Configuration(proxyBeanMethods = false)
class ExportJob {

  static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("data-export");

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final double GROWTH = 3;
  private static final int MOST = 6;

  @Bean
  OneTimeTask<Void> dataExport(ExportMaker maker) {
    return Tasks.oneTime(DESCRIPTOR)
        .onFailure(
            new FailureHandler.MaxRetriesFailureHandler<>(
                MOST,
                new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE, GROWTH),
                (complete, operations) -> maker.giveUp(id(complete.getExecution().getId()))))
        .execute((instance, context) -> maker.make(id(instance.getId())));
  }

  private static UUID id(String instance) {
    return UUID.fromString(instance);
  }
}
