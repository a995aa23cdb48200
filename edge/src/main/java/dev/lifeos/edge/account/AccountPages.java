package dev.lifeos.edge.account;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The pages that mails and Google lead people to, and the one on an account's security. Scripts and
 * styles are files beside them; what a page may load or send to is ours alone.
 */
@Configuration(proxyBeanMethods = false)
class AccountPages {

  private static final List<String> PAGES =
      List.of("verify-email", "reset-password", "google", "security");

  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  @Bean
  RouterFunction<ServerResponse> accountRoutes() {
    var routes = route();
    PAGES.forEach(page -> routes.GET("/account/" + page, request -> page(page)));
    routes.GET(
        "/account", request -> ServerResponse.seeOther(URI.create("/account/security")).build());
    return routes.build();
  }

  private static Mono<ServerResponse> page(String name) {
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_HTML)
        .header("Content-Security-Policy", CONTENT)
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .bodyValue(new ClassPathResource("account/" + name + ".html"));
  }
}
