package dev.lifeos.launcher.image;

import java.util.List;

/**
 * How the programs of several modules run in one process.
 *
 * @param title the process' name
 * @param main the class that starts them all, from the folder {@link #PROGRAMS}; one of their
 *     libraries has it
 * @param flags its own options for the JVM, which come after those of all parts
 * @param training what makes it end by itself when its start-up cache can be made
 */
public record Bundle(String title, String main, List<String> flags, List<String> training) {
  static final String PROGRAMS = "subgraphs";
}
