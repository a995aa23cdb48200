package dev.lifeos.auth.mail;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people find LifeOS.
 *
 * @param webUrl the edge, as browsers reach it
 */
@ConfigurationProperties("lifeos")
public record WebLinks(@DefaultValue("http://localhost:3000") URI webUrl) {

  /** The address of a page. */
  public String to(String path) {
    return webUrl + (webUrl.toString().endsWith("/") ? "" : "/") + path;
  }

  /** The address of a page that takes a token; in the fragment, which no server and no log sees. */
  public String to(String path, String token) {
    return to(path) + "#token=" + token;
  }
}
