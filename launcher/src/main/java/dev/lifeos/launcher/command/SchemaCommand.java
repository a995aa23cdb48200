package dev.lifeos.launcher.command;

import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.router.NodeTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code schema compose} and {@code schema check}. */
@Command(
    name = "schema",
    synopsisSubcommandLabel = "(compose | check)",
    description = "The supergraph: composes the subgraphs' schemas, or checks a change to them.")
public final class SchemaCommand {
  private final Context context;

  /** The command in its context. */
  public SchemaCommand(Context context) {
    this.context = context;
  }

  @Command(
      name = "compose",
      description = "Composes the five schemas and writes supergraph.graphql and the API schema.")
  int compose() throws IOException, InterruptedException {
    return npm("compose");
  }

  @Command(
      name = "check",
      description = "Checks that the schemas compose and that what is committed is up to date.")
  int check() throws IOException, InterruptedException {
    return npm("check");
  }

  private int npm(String script) throws IOException, InterruptedException {
    Home home = context.home();
    home.create();
    Path supergraph = home.root().resolve("supergraph");
    new NodeTools(home).install(supergraph);
    List<String> command = List.of("npm", "run", "-s", script);
    return new ProcessBuilder(command).directory(supergraph.toFile()).inheritIO().start().waitFor();
  }
}
