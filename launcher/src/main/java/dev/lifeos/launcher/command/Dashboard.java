package dev.lifeos.launcher.command;

import dev.lifeos.launcher.demo.Documents;

/**
 * The dashboard query as a command line.
 *
 * @param graphql where to send it
 */
record Dashboard(String graphql) {
  private static final String CURL =
      """
      curl -s %s \\
        -H "authorization: Bearer $(./lifeos demo --token)" \\
        -H 'content-type: application/json' \\
        -d '{"query":"%s"}'
      """;

  String curl() {
    return CURL.formatted(graphql, Documents.line("dashboard"));
  }
}
