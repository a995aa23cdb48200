package dev.lifeos.starter;

import dev.lifeos.starter.access.AccessConfiguration;
import dev.lifeos.starter.error.ErrorConfiguration;
import dev.lifeos.starter.input.InputConfiguration;
import dev.lifeos.starter.limit.LimitConfiguration;
import dev.lifeos.starter.paging.PageArgument;
import dev.lifeos.starter.scalar.ScalarConfiguration;
import dev.lifeos.starter.session.EndedSessionsConfiguration;
import dev.lifeos.starter.training.TrainingConfiguration;
import dev.lifeos.starter.user.UserConfiguration;
import dev.lifeos.starter.web.WebConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Makes an application a LifeOS subgraph. */
@AutoConfiguration(
    beforeName = {
      "com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
    })
@Import({
  AccessConfiguration.class,
  EndedSessionsConfiguration.class,
  ErrorConfiguration.class,
  InputConfiguration.class,
  LimitConfiguration.class,
  ScalarConfiguration.class,
  TrainingConfiguration.class,
  UserConfiguration.class,
  WebConfiguration.class
})
public class SubgraphAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  PageArgument pageArgument() {
    return new PageArgument();
  }
}
