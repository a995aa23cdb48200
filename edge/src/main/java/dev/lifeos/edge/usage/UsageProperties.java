package dev.lifeos.edge.usage;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of the operations that clients send.
 *
 * @param file where counts are appended, one JSON object in each line; nothing is counted without
 * @param every how often they are written; what is not written yet is lost when the edge is killed
 * @param most how many different operations are counted between two writes; more are left out
 */
@ConfigurationProperties("lifeos.edge.usage")
record UsageProperties(
    @Nullable Path file, @DefaultValue("1m") Duration every, @DefaultValue("10000") int most) {}
