package dev.lifeos.edge.usage;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/** Appends the counts to a file, now and then and at the end. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("lifeos.edge.usage.file")
class UsageFile {

  private static final Logger LOG = LoggerFactory.getLogger(UsageFile.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final UsageCounts counts;
  private final Path file;

  UsageFile(UsageCounts counts, UsageProperties usage) {
    this.counts = counts;
    this.file = Objects.requireNonNull(usage.file());
  }

  @Scheduled(fixedDelayString = "${lifeos.edge.usage.every:1m}")
  @PreDestroy
  synchronized void write() {
    var lines =
        counts.take().stream()
            .filter(observation -> observation.count() > 0)
            .map(observation -> JSON.writeValueAsString(observation) + "\n")
            .collect(Collectors.joining());
    if (lines.isEmpty()) {
      return;
    }
    try {
      Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      LOG.warn("Usage was not written to {}: {}", file, failure.toString());
    }
  }
}
