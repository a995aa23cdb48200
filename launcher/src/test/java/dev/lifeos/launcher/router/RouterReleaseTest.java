package dev.lifeos.launcher.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterReleaseTest {
  private static final String ARCHIVE = "router-v2.17.0-x86_64-unknown-linux-gnu.tar.gz";

  @TempDir Path folder;
  private final Map<String, byte[]> published = new ConcurrentHashMap<>();
  private HttpServer server;

  @BeforeEach
  void publish() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v2.17.0/",
        exchange -> {
          byte[] body = published.get(exchange.getRequestURI().getPath().substring(9));
          exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
          if (body != null) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void theProgramIsTakenFromTheArchiveThatMatchesItsSum() throws Exception {
    byte[] archive = archive("#!/bin/sh\n");
    published.put(ARCHIVE, archive);
    published.put("sha256sums.txt", sums(Digest.of(archive)));

    Path program = release().install(folder.resolve("cache/router"));

    assertThat(program).hasContent("#!/bin/sh\n").isExecutable();
    assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**.tar.gz");
  }

  @Test
  void anArchiveThatDoesNotMatchItsSumIsRefusedAndNothingIsLeft() throws Exception {
    published.put(ARCHIVE, archive("altered"));
    published.put("sha256sums.txt", sums("0".repeat(64)));

    assertThatThrownBy(() -> release().install(folder.resolve("cache/router")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("SHA-256");
    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void aReleaseThatIsNotThereIsSaidSo() {
    assertThatThrownBy(() -> release().install(folder.resolve("cache/router")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("404");
  }

  private RouterRelease release() {
    return new RouterRelease(
        "http://127.0.0.1:" + server.getAddress().getPort(), "x86_64-unknown-linux-gnu");
  }

  private static byte[] sums(String sum) {
    return "%s  another.tar.gz%n%s  %s%n"
        .formatted("1".repeat(64), sum, ARCHIVE)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] archive(String program) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      byte[] content = program.getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry("dist/router");
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}
