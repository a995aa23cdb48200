package dev.lifeos.auth.data;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes the accounts whose grace is over. */
@Configuration(proxyBeanMethods = false)
class DeletionJob {

  private static final Duration PAUSE = Duration.ofMinutes(10);

  @Bean
  RecurringTask<Void> accountDeletion(AccountEraser eraser) {
    return Tasks.recurring("account-deletion", FixedDelay.of(PAUSE))
        .execute((instance, context) -> eraser.eraseDue());
  }
}
