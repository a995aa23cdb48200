package dev.lifeos.launcher.image;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Digest;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.home.PrivateFiles;
import dev.lifeos.launcher.process.Tool;
import dev.lifeos.launcher.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Unpacks the Java parts' jars and trains their ahead-of-time caches, once for each build. */
public final class Images {
  private static final int TRAININGS_AT_ONCE = 2;

  private final Home home;
  private final Terminal terminal;
  private final boolean train;
  private final Map<String, String> options;
  private final Semaphore trainings = new Semaphore(TRAININGS_AT_ONCE);

  /**
   * Images in the cache folder. With LIFEOS_AOT=off they are not trained: they start slower, yet at
   * once.
   */
  public Images(Home home, Terminal terminal, Map<String, String> environment) {
    this.home = home;
    this.terminal = terminal;
    this.train = !"off".equals(environment.get("LIFEOS_AOT"));
    this.options = environment;
  }

  Image of(JavaModule module, Map<String, String> environment)
      throws IOException, InterruptedException {
    Image image = new Image(unpacked(module), JvmFlags.of(module.flags(), options));
    return trained(module.title(), module.training(), image, environment);
  }

  Image of(Bundle bundle, List<JavaModule> modules, Map<String, String> environment)
      throws IOException, InterruptedException {
    Map<String, Path> unpacked = new LinkedHashMap<>();
    for (JavaModule module : modules) {
      unpacked.put(module.title(), unpacked(module));
    }
    Image image = new Image(bundled(bundle, unpacked), JvmFlags.of(bundle.flags(), options));
    return trained(bundle.title(), bundle.training(), image, environment);
  }

  private Image trained(
      String title, List<String> training, Image image, Map<String, String> environment)
      throws IOException, InterruptedException {
    if (train && !image.trained()) {
      train(title, training, image, environment);
    }
    Unused.delete(folder(), title, image.directory());
    return image;
  }

  /** The command that runs a module's program to its end, with arguments. */
  public List<String> command(
      JavaModule module, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    return Stream.concat(of(module, environment).command().stream(), arguments.stream()).toList();
  }

  private Path folder() throws IOException {
    return Files.createDirectories(home.cache().resolve("images"));
  }

  private Path unpacked(JavaModule module) throws IOException, InterruptedException {
    Path jar = module.jar(home.root());
    String name = module.title() + "-" + JarFingerprint.of(jar);
    Path directory = folder().resolve(name);
    if (!Files.exists(directory)) {
      Path part = folder().resolve(name + ".part" + ProcessHandle.current().pid());
      PrivateFiles.delete(part);
      Tool.run(
          "Unpacking " + jar.getFileName(),
          Image.extraction(jar, part),
          Map.of(),
          home.root(),
          home.log(module.title()));
      moved(part, directory);
    }
    return directory;
  }

  private Path bundled(Bundle bundle, Map<String, Path> unpacked) throws IOException {
    String key = Digest.of(unpacked.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    String name = bundle.title() + "-" + key;
    Path directory = folder().resolve(name);
    if (!Files.exists(directory)) {
      Path part = folder().resolve(name + ".part" + ProcessHandle.current().pid());
      PrivateFiles.delete(part);
      Bundling.make(unpacked, bundle.main(), part);
      moved(part, directory);
    }
    return directory;
  }

  private void train(
      String title, List<String> training, Image image, Map<String, String> environment)
      throws IOException, InterruptedException {
    trainings.acquire();
    Path part = image.directory().resolve("training" + ProcessHandle.current().pid() + ".aot");
    try {
      terminal.step(title, "making its start-up cache, once for each build …");
      Tool.run(
          "Training " + title,
          image.training(part, training),
          environment,
          image.directory(),
          home.log(title + "-training"));
      Files.move(part, image.aotCache(), StandardCopyOption.ATOMIC_MOVE);
    } catch (Failure | IOException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      terminal.warning(title, "starts slower, without a start-up cache: " + why);
    } finally {
      Files.deleteIfExists(part);
      trainings.release();
    }
  }

  // Another launcher that shares the cache may have been faster.
  private static void moved(Path part, Path to) throws IOException {
    try {
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      PrivateFiles.delete(part);
    }
  }
}
