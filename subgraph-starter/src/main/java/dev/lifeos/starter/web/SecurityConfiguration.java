package dev.lifeos.starter.web;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.HttpErrors;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * HTTP security. Who may see what stands in the schema; here only tokens are verified: a bad one is
 * refused (401), none at all is an anonymous caller.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  // A span for each filter says nothing that the request's own does not.
  @Bean
  SecurityObservationSettings noObservationsOfFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain lifeosSecurity(HttpSecurity http, WebProperties web, HttpErrors errors) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(
                    "/graphql", "/error", "/actuator/health/**", "/actuator/prometheus")
                .permitAll()
                .requestMatchers(web.publicPaths().toArray(String[]::new))
                .permitAll()
                .anyRequest()
                .denyAll())
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt -> {})
                .authenticationEntryPoint(
                    (request, response, failure) -> refuse(errors, response, failure))
                .accessDeniedHandler((request, response, failure) -> nothing(errors, response))
                .withObjectPostProcessor(refusals(errors)))
        .build();
  }

  // By default a key server that cannot be reached is a 500 and a stack trace.
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> refusals(HttpErrors errors) {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(
            (request, response, failure) -> refuse(errors, response, failure));
        return filter;
      }
    };
  }

  // All that is served is open, so what is denied is not there.
  private static void nothing(HttpErrors errors, HttpServletResponse response) throws IOException {
    errors.write(response, 404, ErrorCode.NOT_FOUND, "There is nothing here.");
  }

  private static void refuse(
      HttpErrors errors, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof InsufficientAuthenticationException) {
      nothing(errors, response);
      return;
    }
    if (failure instanceof AuthenticationServiceException) {
      response.setHeader("Retry-After", "5");
      errors.write(
          response,
          503,
          ErrorCode.UPSTREAM_UNAVAILABLE,
          "Tokens cannot be checked just now: try again.");
      return;
    }
    response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    errors.write(
        response, 401, ErrorCode.UNAUTHENTICATED, "The access token is expired or not valid.");
  }
}
