package dev.lifeos.launcher.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One PING. */
final class RedisPing {
  private static final int PATIENCE_MILLIS = 2000;
  private static final String EXPECTED = "+OK\r\n+PONG\r\n";

  private RedisPing() {}

  static boolean answered(int port, String password) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = "AUTH %s\r\nPING\r\n".formatted(password);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(EXPECTED.length());
      return EXPECTED.equals(new String(answer, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return false;
    }
  }
}
