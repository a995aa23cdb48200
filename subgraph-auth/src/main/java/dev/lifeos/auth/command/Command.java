package dev.lifeos.auth.command;

/** Something an operator has auth do once: {@code java -jar auth.jar --lifeos.command=NAME}. */
public interface Command {

  /** The word after {@code --lifeos.command=}. */
  String name();

  /** Does it, says in the log what was done, and returns the exit code: 0 where all is well. */
  int run();
}
