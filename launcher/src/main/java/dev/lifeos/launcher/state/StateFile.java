package dev.lifeos.launcher.state;

import dev.lifeos.launcher.home.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code run/state.json}: replaced as a whole at each change, so that a reader never sees half of
 * it.
 */
public final class StateFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;

  /** The state file in the folder {@code run}. */
  public StateFile(Path run) {
    this.file = run.resolve("state.json");
  }

  /** Writes the state. */
  public void write(State state) {
    PrivateFiles.write(file, JSON.writeValueAsString(state));
  }

  /** Reads the state; empty where there is none, or none that can be read. */
  public Optional<State> read() {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), State.class))
          .filter(state -> state.version() == State.VERSION);
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets the state. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
