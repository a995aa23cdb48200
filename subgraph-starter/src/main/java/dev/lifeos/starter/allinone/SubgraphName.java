package dev.lifeos.starter.allinone;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.net.URLClassLoader;

/** The name of the subgraph whose thread logs, for a pattern of Logback. */
public class SubgraphName extends ClassicConverter {

  private static final String NOBODYS = "-";

  @Override
  public String convert(ILoggingEvent event) {
    var loader = Thread.currentThread().getContextClassLoader();
    while (loader != null && !isOfSubgraph(loader)) {
      loader = loader.getParent();
    }
    return loader == null ? NOBODYS : loader.getName();
  }

  // Tomcat's loader, which stands before, has no name.
  private static boolean isOfSubgraph(ClassLoader loader) {
    return loader instanceof URLClassLoader && loader.getName() != null;
  }
}
