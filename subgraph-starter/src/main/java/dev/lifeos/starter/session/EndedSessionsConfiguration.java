package dev.lifeos.starter.session;

import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** How the news of ended sessions comes. */
@Configuration(proxyBeanMethods = false)
public class EndedSessionsConfiguration {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  @Bean
  EndedSessions knownEndedSessions() {
    return new EndedSessions();
  }

  @Bean
  EndedSessionsPoll endedSessionsPoll(StringRedisTemplate redis, EndedSessions ended) {
    return new EndedSessionsPoll(redis, ended);
  }

  /** By itself Lettuce comes to wait half a minute before it tries to connect again. */
  @Bean
  ClientResourcesBuilderCustomizer soonConnectedAgain() {
    return resources ->
        resources.reconnectDelay(
            Delay.exponential(Duration.ZERO, LONGEST_PAUSE, 2, TimeUnit.MILLISECONDS));
  }
}
