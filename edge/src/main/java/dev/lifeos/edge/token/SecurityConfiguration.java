package dev.lifeos.edge.token;

import dev.lifeos.edge.EdgeProperties;
import dev.lifeos.edge.error.CorrelationId;
import dev.lifeos.edge.error.Refusal;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import reactor.core.publisher.Mono;

/**
 * Headers, CORS and tokens. A bad token is refused, on upgrades too; none is an anonymous caller:
 * who may see what stands in the schema, and the subgraphs enforce it.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

  // The explorer's scripts and styles are our own files; its editor sets styles of its own.
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  @Bean
  SecurityWebFilterChain security(
      ServerHttpSecurity http, BadTokens badTokens, CorsConfigurationSource cors) {
    ServerAuthenticationEntryPoint refuse =
        (exchange, failure) -> {
          badTokens.count(exchange);
          exchange
              .getResponse()
              .getHeaders()
              .set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
          return Mono.error(
              new Refusal(HttpStatus.UNAUTHORIZED, "The access token is expired or not valid."));
        };
    return http.csrf(CsrfSpec::disable)
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .headers(headers ->
            headers
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .contentSecurityPolicy(content -> content.policyDirectives(CONTENT)))
        .cors(spec -> spec.configurationSource(cors))
        .addFilterBefore(badTokens, SecurityWebFiltersOrder.AUTHENTICATION)
        .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
        .oauth2ResourceServer(server -> server.jwt(jwt -> {}).authenticationEntryPoint(refuse))
        .build();
  }

  @Bean
  CorsConfigurationSource cors(EdgeProperties edge) {
    var rules = new CorsConfiguration();
    rules.setAllowedOrigins(edge.origins());
    rules.setAllowedMethods(List.of("GET", "POST", "PUT", "OPTIONS"));
    rules.setAllowedHeaders(
        List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            CorrelationId.HEADER,
            "traceparent",
            "tracestate",
            "x-apollo-operation-name",
            "apollo-require-preflight",
            "x-graphql-event-stream-token"));
    rules.setExposedHeaders(
        List.of(CorrelationId.HEADER, HttpHeaders.RETRY_AFTER, "RateLimit", "RateLimit-Policy"));
    rules.setMaxAge(Duration.ofHours(2));
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", rules);
    return source;
  }
}
