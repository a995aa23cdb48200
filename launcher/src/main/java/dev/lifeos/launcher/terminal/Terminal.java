package dev.lifeos.launcher.terminal;

import java.io.PrintStream;
import java.util.Map;

/** Lines for a person: plain where the output is not a terminal. */
public final class Terminal {
  private final PrintStream out;
  private final boolean colours;

  /** A terminal that writes to a stream. */
  public Terminal(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /** The terminal of this process. */
  public static Terminal standard(Map<String, String> environment) {
    boolean interactive = System.console() != null && System.console().isTerminal();
    return new Terminal(System.out, interactive && !environment.containsKey("NO_COLOR"));
  }

  /** One line. */
  public synchronized void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A line about one part. */
  public void step(String part, String text) {
    line("  %s %s".formatted(bold("%-13s".formatted(part)), text));
  }

  /** A line about one part that needs attention. */
  public void warning(String part, String text) {
    line("  %s %s".formatted(bold("%-13s".formatted(part)), colour("33", text)));
  }

  /** Text that stands out. */
  public String bold(String text) {
    return colour("1", text);
  }

  /** Text in green. */
  public String good(String text) {
    return colour("32", text);
  }

  /** Text in red. */
  public String bad(String text) {
    return colour("31", text);
  }

  private String colour(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
