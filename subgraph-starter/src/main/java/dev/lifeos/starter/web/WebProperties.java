package dev.lifeos.starter.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a subgraph serves over HTTP.
 *
 * @param publicPaths patterns beside {@code /graphql} that need no token
 * @param maxBody the largest request
 */
@ConfigurationProperties("lifeos.web")
public record WebProperties(
    @DefaultValue List<String> publicPaths, @DefaultValue("2MB") DataSize maxBody) {}
