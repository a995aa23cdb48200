package dev.lifeos.starter.access;

import com.netflix.graphql.dgs.internal.EntityFetcherRegistry;
import dev.lifeos.starter.session.EndedSessions;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The parts that know the caller and enforce {@code @access}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthProperties.class)
@Import({TokenConfiguration.class, AccessDirective.class, EntityResolver.class})
public class AccessConfiguration {

  @Bean
  CallerInterceptor callerInterceptor(JwtDecoder decoder, EndedSessions ended, Clock clock) {
    return new CallerInterceptor(decoder, ended, clock);
  }

  @Bean
  CallerArgument callerArgument() {
    return new CallerArgument();
  }

  @Bean
  SchemaRules schemaRules(GraphQlSource source, EntityFetcherRegistry fetchers) {
    return new SchemaRules(source, fetchers);
  }
}
