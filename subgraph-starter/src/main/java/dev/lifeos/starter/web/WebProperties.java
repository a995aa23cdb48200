package dev.lifeos.starter.web;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a subgraph serves over HTTP.
 *
 * @param publicPaths patterns beside {@code /graphql} that need no token
 * @param maxBody the largest request
 * @param largerBodies the largest request by what its path begins with, where files are taken in
 */
@ConfigurationProperties("lifeos.web")
public record WebProperties(
    @DefaultValue List<String> publicPaths,
    @DefaultValue("2MB") DataSize maxBody,
    @DefaultValue Map<String, DataSize> largerBodies) {

  /** How many bytes a request to that path has at most. */
  long maxBytes(String path) {
    return largerBodies.entrySet().stream()
        .filter(larger -> path.startsWith(larger.getKey()))
        .mapToLong(larger -> larger.getValue().toBytes())
        .findFirst()
        .orElseGet(maxBody::toBytes);
  }
}
