package dev.lifeos.starter.error;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that type errors. */
@Configuration(proxyBeanMethods = false)
public class ErrorConfiguration {

  @Bean
  FetcherErrors dataFetcherExceptionHandler() {
    return new FetcherErrors();
  }

  @Bean
  VariableErrors variableErrors() {
    return new VariableErrors();
  }

  @Bean
  ErrorInterceptor errorInterceptor() {
    return new ErrorInterceptor();
  }
}
