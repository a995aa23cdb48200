package dev.lifeos.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Takes connections, and passes them on to a server only once it is opened. */
final class SlowDoor implements AutoCloseable {

  private final ServerSocket server;
  private final CountDownLatch opened = new CountDownLatch(1);

  SlowDoor(int behind) throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(behind));
  }

  int port() {
    return server.getLocalPort();
  }

  void open() {
    opened.countDown();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve(int behind) {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        opened.await();
        var peer = new Socket(InetAddress.getLoopbackAddress(), behind);
        Thread.ofVirtual().start(() -> pass(client, peer));
        Thread.ofVirtual().start(() -> pass(peer, client));
      } catch (IOException | InterruptedException ended) {
        return;
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // One side has closed.
    }
  }
}
