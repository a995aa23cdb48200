package dev.lifeos.auth.mail;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends queued mails, again and again for a day where the server does not take them. */
@Configuration(proxyBeanMethods = false)
class MailTask {

  static final TaskDescriptor<QueuedMail> DESCRIPTOR = TaskDescriptor.of("mail", QueuedMail.class);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final double GROWTH = 2;
  // 5 s doubled fourteen times makes a day.
  private static final int MOST = 14;

  @Bean
  OneTimeTask<QueuedMail> mail(Postman postman) {
    return Tasks.oneTime(DESCRIPTOR)
        .onFailure(
            new FailureHandler.MaxRetriesFailureHandler<>(
                MOST, new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE, GROWTH)))
        .execute((instance, context) -> postman.send(instance.getData()));
  }
}
