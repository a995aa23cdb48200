package dev.lifeos.edge.limit;

import io.netty.util.NetUtil;

/** Whom an address stands for. */
final class ClientNetwork {

  private static final int PREFIX_BYTES = 8;

  private ClientNetwork() {}

  /** An IPv4 address itself; of an IPv6 address the /64, of which one household has all. */
  static String of(String address) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null || bytes.length <= PREFIX_BYTES) {
      return address;
    }
    var network = bytes.clone();
    java.util.Arrays.fill(network, PREFIX_BYTES, network.length, (byte) 0);
    return NetUtil.bytesToIpAddress(network) + "/64";
  }
}
