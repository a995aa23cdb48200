package dev.lifeos.auth.password;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks behind the answer whether the address has an account, so that the answer's time says
 * nothing.
 */
@Configuration(proxyBeanMethods = false)
class ResetRequestTask {

  static final TaskDescriptor<Request> DESCRIPTOR =
      TaskDescriptor.of("password-reset", Request.class);

  @Bean
  OneTimeTask<Request> passwordReset(ForgottenPasswords passwords) {
    return Tasks.oneTime(DESCRIPTOR)
        .execute((instance, context) -> passwords.sendLink(instance.getData().email()));
  }

  /** Who forgot. */
  record Request(String email) {}
}
