package dev.lifeos.edge.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts connections and closes those that are too many, so that no client takes them all. */
final class OpenConnections {

  private final int most;
  private final int mostPerAddress;
  private final AtomicInteger all;
  private final ConcurrentHashMap<String, Integer> byAddress = new ConcurrentHashMap<>();

  OpenConnections(int most, int mostPerAddress, MeterRegistry meters) {
    this.most = most;
    this.mostPerAddress = mostPerAddress;
    this.all = meters.gauge("lifeos.edge.connections", new AtomicInteger());
  }

  void opened(Channel channel, @Nullable SocketAddress remote) {
    var address = remote instanceof InetSocketAddress inet ? inet.getHostString() : "";
    var total = all.incrementAndGet();
    var ofAddress = byAddress.merge(address, 1, Integer::sum);
    channel.closeFuture().addListener(closed -> closed(address));
    if (total > most || ofAddress > mostPerAddress) {
      channel.close();
    }
  }

  private void closed(String address) {
    all.decrementAndGet();
    byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }
}
