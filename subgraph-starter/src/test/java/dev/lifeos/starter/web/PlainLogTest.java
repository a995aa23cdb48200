package dev.lifeos.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class PlainLogTest {

  @Test
  void plain_lines_have_the_ids_by_which_a_request_is_found() throws IOException {
    var ids = Map.of("traceId", "f55c2169", CorrelationId.KEY, "find-me-in-the-log");
    assertThat(line(ids)).isEqualTo("[f55c2169 find-me-in-the-log] A fetcher failed");
    assertThat(line(Map.of())).isEqualTo("[- -] A fetcher failed");
  }

  private static String line(Map<String, String> ids) throws IOException {
    var logging = new LoggerContext();
    var layout = new PatternLayout();
    layout.setContext(logging);
    layout.setPattern(pattern() + "%m");
    layout.start();
    var event = new LoggingEvent();
    event.setLevel(Level.ERROR);
    event.setMessage("A fetcher failed");
    event.setMDCPropertyMap(ids);
    return layout.doLayout(event);
  }

  private static String pattern() throws IOException {
    var shared = new ClassPathResource("lifeos-subgraph.yml");
    var pattern =
        new YamlPropertySourceLoader()
            .load("shared", shared)
            .getFirst()
            .getProperty("logging.pattern.correlation");
    return String.valueOf(pattern);
  }
}
