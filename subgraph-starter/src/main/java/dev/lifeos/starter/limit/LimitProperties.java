package dev.lifeos.starter.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one operation may cost.
 *
 * @param maxDepth how deep fields may nest; the standard introspection query needs 13
 * @param maxCost the sum of {@code @cost} weights, multiplied through lists by {@code @listSize}
 */
@ConfigurationProperties("lifeos.limits")
public record LimitProperties(
    @DefaultValue("15") int maxDepth, @DefaultValue("20000") int maxCost) {}
