package dev.lifeos.starter.allinone;

import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * A subgraph of {@link AllInOne}.
 *
 * @param jar its code and resources, without the libraries; its manifest names the main class
 */
record HostedSubgraph(Path jar) {

  private static final String SUFFIX = ".jar";
  private static final String SEPARATOR = "__";
  private static final Map<String, Object> SETTINGS =
      Map.of(
          // Else the registries of all five would count what any of them does.
          "management.metrics.use-global-registry", "false",
          // All find the library of jobs, and only a subgraph that has jobs has their table.
          "db-scheduler.enabled", "false",
          "logging.config", "classpath:all-in-one-logback.xml");

  static List<HostedSubgraph> in(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(HostedSubgraph::new)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String name() {
    return jar.getFileName().toString().replace(SUFFIX, "");
  }

  void start(Map<String, String> variables, ApplicationListener<?> listener)
      throws IOException, ClassNotFoundException {
    var loader =
        new URLClassLoader(name(), new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    // Inherited by every thread that the subgraph starts; a line of the log knows by it whose it
    // is.
    Thread.currentThread().setContextClassLoader(loader);
    var main = loader.loadClass(mainClass());
    var application = new SpringApplication(new DefaultResourceLoader(loader), main);
    application.setMainApplicationClass(main);
    application.setEnvironment(environment(variables));
    application.setDefaultProperties(SETTINGS);
    application.addListeners(listener);
    application.run();
  }

  private ConfigurableEnvironment environment(Map<String, String> variables) {
    var environment = new StandardServletEnvironment();
    environment
        .getPropertySources()
        .replace(
            SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, own(variables)));
    return environment;
  }

  private Map<String, Object> own(Map<String, String> variables) {
    var prefix = name().toUpperCase(Locale.ROOT) + SEPARATOR;
    var own = new HashMap<String, Object>(variables);
    variables.forEach((name, value) -> {
      if (name.startsWith(prefix)) {
        own.put(name.substring(prefix.length()), value);
      }
    });
    return own;
  }

  private String mainClass() throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    }
  }
}
