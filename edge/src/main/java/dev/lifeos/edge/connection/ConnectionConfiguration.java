package dev.lifeos.edge.connection;

import dev.lifeos.edge.EdgeProperties;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** Bounds on clients' connections. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

  @Bean
  WebServerFactoryCustomizer<NettyReactiveWebServerFactory> boundedConnections(
      EdgeProperties edge, MeterRegistry meters) {
    var open = new OpenConnections(edge.maxConnections(), edge.maxConnectionsPerAddress(), meters);
    return factory ->
        factory.addServerCustomizers(server ->
            server.doOnChannelInit((observer, channel, remote) -> {
              open.opened(channel, channel.remoteAddress());
              channel
                  .pipeline()
                  .addAfter(
                      NettyPipeline.HttpCodec,
                      "headerDeadline",
                      new HeaderDeadline(edge.headerTimeout()));
            }));
  }
}
