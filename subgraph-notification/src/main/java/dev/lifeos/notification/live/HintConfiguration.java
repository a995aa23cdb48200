package dev.lifeos.notification.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.backoff.FixedBackOff;

/** How hints go through Redis. */
@Configuration(proxyBeanMethods = false)
class HintConfiguration {

  static final String CHANNEL = "lifeos:notification:inbox";
  static final String EXECUTOR = "hintExecutor";

  private static final int MAX_WAITING = 10_000;
  private static final long REGISTRATION_MILLIS = 1_000;

  /** One thread and a bounded queue. Not a candidate where the application's executor is wanted. */
  @Bean(name = EXECUTOR, defaultCandidate = false)
  ThreadPoolTaskExecutor hintExecutor() {
    var executor = new ThreadPoolTaskExecutor();
    executor.setThreadNamePrefix("hints-");
    executor.setCorePoolSize(1);
    executor.setMaxPoolSize(1);
    executor.setQueueCapacity(MAX_WAITING);
    return executor;
  }

  /** In place of the one that Spring Boot would make, whose name it has. */
  @Bean
  RedisMessageListenerContainer redisMessageListenerContainer(
      RedisConnectionFactory redis, HintListener listener) {
    var container = new RedisMessageListenerContainer();
    container.setConnectionFactory(redis);
    container.setMaxSubscriptionRegistrationWaitingTime(REGISTRATION_MILLIS);
    var tasks = new SimpleAsyncTaskExecutor("hint-listener-");
    tasks.setVirtualThreads(true);
    container.setTaskExecutor(tasks);
    container.setSubscriptionExecutor(tasks);
    container.addMessageListener(listener, ChannelTopic.of(CHANNEL));
    // Redis may be away, at start too: HintConnection starts it, and starts it again.
    container.setAutoStartup(false);
    container.setRecoveryBackoff(new FixedBackOff(0, 0));
    return container;
  }
}
