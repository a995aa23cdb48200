package dev.lifeos.edge.route;

import dev.lifeos.edge.EdgeProperties;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the edge speaks to what is behind it. */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

  @Bean
  HttpClientCustomizer upstream(EdgeProperties edge) {
    return client ->
        client
            // It would send a request again whose connection broke, a mutation that may have been
            // carried out among them.
            .disableRetry(true)
            // Counts from one read to the next, so it bounds a silent stream and not a long one.
            .responseTimeout(edge.silence());
  }

  /** Opens after failures to answer at all; an answer of any status is one. */
  @Bean
  Customizer<ReactiveResilience4JCircuitBreakerFactory> breakers() {
    return factory ->
        factory.configureDefault(id ->
            new Resilience4JConfigBuilder(id)
                .circuitBreakerConfig(
                    CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(1))
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .build())
                .build());
  }
}
