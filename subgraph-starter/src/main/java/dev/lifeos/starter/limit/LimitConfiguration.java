package dev.lifeos.starter.limit;

import graphql.GraphQL;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlInterceptor;

/** The limits of one operation, and how its DataLoaders run. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
public class LimitConfiguration {

  @Bean
  MaxQueryDepthInstrumentation maxDepth(LimitProperties limits) {
    return new MaxQueryDepthInstrumentation(limits.maxDepth());
  }

  @Bean
  MaxQueryComplexityInstrumentation maxCost(LimitProperties limits) {
    return new MaxQueryComplexityInstrumentation(limits.maxCost(), new OperationCost());
  }

  /**
   * Without this, a loader that is called in the continuation of another never runs (graphql-java
   * 25).
   */
  @Bean
  WebGraphQlInterceptor dataLoaderChaining() {
    return (request, chain) -> {
      request.configureExecutionInput((input, builder) -> {
        GraphQL.unusualConfiguration(input.getGraphQLContext())
            .dataloaderConfig()
            .enableDataLoaderChaining(true);
        return input;
      });
      return chain.next(request);
    };
  }
}
