package dev.lifeos.edge.request;

import dev.lifeos.edge.EdgeProperties;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * From which address a request comes. Of {@code X-Forwarded-For} only what trusted proxies have
 * added is believed: anybody can write the rest.
 */
@Component
public class ClientAddresses {

  static final String KEY = "clientAddress";

  private static final String UNKNOWN = "unknown";

  private final List<IpSubnetFilterRule> trusted;

  ClientAddresses(EdgeProperties edge) {
    trusted = edge.trustedProxies().stream().map(ClientAddresses::rule).toList();
  }

  /** The address of a request that came through the filters. */
  public static String of(ServerWebExchange exchange) {
    return exchange.getAttribute(KEY) instanceof String address ? address : UNKNOWN;
  }

  String of(ServerHttpRequest request) {
    var address = text(request.getRemoteAddress());
    var hops =
        String.join(",", request.getHeaders().getOrEmpty(ForwardedFor.HEADER)).split(",", -1);
    for (var i = hops.length - 1; i >= 0 && isTrusted(address); i--) {
      var hop = hops[i].strip();
      if (!NetUtil.isValidIpV4Address(hop) && !NetUtil.isValidIpV6Address(hop)) {
        return address;
      }
      address = hop;
    }
    return address;
  }

  private boolean isTrusted(String address) {
    var bytes = NetUtil.createInetAddressFromIpAddressString(address);
    return bytes != null
        && trusted.stream().anyMatch(rule -> rule.matches(new InetSocketAddress(bytes, 0)));
  }

  private static String text(@Nullable InetSocketAddress remote) {
    return remote == null || remote.getAddress() == null
        ? UNKNOWN
        : NetUtil.toAddressString(remote.getAddress());
  }

  private static IpSubnetFilterRule rule(String network) {
    var cidr = network.contains("/") ? network : network + (network.contains(":") ? "/128" : "/32");
    return new IpSubnetFilterRule(cidr, IpFilterRuleType.ACCEPT);
  }
}
