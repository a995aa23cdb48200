package dev.lifeos.edge.request;

import io.netty.util.NetUtil;
import java.util.Arrays;
import org.springframework.web.server.ServerWebExchange;

/** Whom an address stands for. */
public final class ClientNetwork {

  private static final int PREFIX_BYTES = 8;

  private ClientNetwork() {}

  /** Whom the client's address of a request stands for. */
  public static String of(ServerWebExchange exchange) {
    return of(ClientAddresses.of(exchange));
  }

  /** An IPv4 address itself; of an IPv6 address the /64, of which one household has all. */
  public static String of(String address) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null || bytes.length <= PREFIX_BYTES) {
      return address;
    }
    var network = bytes.clone();
    Arrays.fill(network, PREFIX_BYTES, network.length, (byte) 0);
    return NetUtil.bytesToIpAddress(network) + "/64";
  }
}
