package dev.lifeos.launcher.process;

import dev.lifeos.launcher.state.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real process: a shell script that serves as soon as it has made the file {@code NAME.ready}.
 */
final class ShellPart implements Part {
  private static final String SERVE = "echo $$ > \"$READY\"; exec tail -f /dev/null";

  private final String name;
  private final Path folder;
  private final String script;
  final AtomicInteger prepared = new AtomicInteger();

  ShellPart(String name, Path folder, String script) {
    this.name = name;
    this.folder = folder;
    this.script = script;
  }

  static ShellPart serving(String name, Path folder) {
    return new ShellPart(name, folder, SERVE);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Kind kind() {
    return Kind.SUBGRAPH;
  }

  @Override
  public Launch prepare() {
    prepared.incrementAndGet();
    return Launch.of(
        List.of("/bin/sh", "-c", script),
        Map.of("READY", folder.resolve(name + ".ready").toString()),
        folder,
        1,
        "test:" + name,
        null);
  }

  @Override
  public boolean ready(Launch launch) {
    return Files.exists(folder.resolve(name + ".ready"));
  }
}
