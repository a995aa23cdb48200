package dev.lifeos.launcher.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Puts unpacked programs together: each library once, and the programs' own jars beside them. */
final class Bundling {
  private Bundling() {}

  /** Makes the folder of an image out of the folders of others, by the names of their programs. */
  static void make(Map<String, Path> images, String main, Path to) throws IOException {
    Path programs = Files.createDirectories(to.resolve(Bundle.PROGRAMS));
    Set<String> libraries = new LinkedHashSet<>();
    for (Map.Entry<String, Path> each : images.entrySet()) {
      Path jar = each.getValue().resolve(Image.JAR);
      Files.copy(jar, programs.resolve(each.getKey() + ".jar"));
      for (String library : classPath(jar)) {
        if (libraries.add(library)) {
          share(each.getValue().resolve(library), to.resolve(library));
        }
      }
    }
    starter(main, libraries, to.resolve(Image.JAR));
  }

  private static List<String> classPath(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String value = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return List.of(value.split(" "));
    }
  }

  private static void share(Path library, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try {
      Files.createLink(to, library);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(library, to);
    }
  }

  // A jar of nothing but its manifest, which says what to start with which libraries.
  private static void starter(String main, Set<String> libraries, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main);
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", libraries));
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }
}
