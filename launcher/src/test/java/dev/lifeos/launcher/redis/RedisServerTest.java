package dev.lifeos.launcher.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.net.Ports;
import dev.lifeos.launcher.process.SupervisedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerTest {
  @TempDir Path folder;
  private final int port = Ports.free(1).getFirst();

  @Test
  void nobodyEntersWithoutThePassword() throws Exception {
    try (SupervisedServer server = server()) {
      assertThat(say("GET word")).startsWith("-NOAUTH");
      assertThat(RedisPing.answered(port, "wrong")).isFalse();
    }
  }

  @Test
  void whatIsKeptSurvivesARestart() throws Exception {
    String login = "AUTH " + home().secrets().password("redis") + "\r\n";
    try (SupervisedServer server = server()) {
      assertThat(say(login + "SET word here")).endsWith("+OK\r\n");
    }
    try (SupervisedServer server = server()) {
      assertThat(say(login + "GET word")).endsWith("here\r\n");
    }
  }

  private SupervisedServer server() {
    return new SupervisedServer(new RedisServer(home(), port), home().logs());
  }

  private String say(String words) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((words + "\r\nQUIT\r\n").getBytes(US_ASCII));
      String all = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      return all.substring(0, all.length() - "+OK\r\n".length());
    }
  }

  private Home home() {
    Home home = new Home(folder, folder.resolve("local"), folder.resolve("cache"));
    home.create();
    return home;
  }
}
