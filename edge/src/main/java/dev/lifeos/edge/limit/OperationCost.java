package dev.lifeos.edge.limit;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a document takes, by the root fields of its mutations. */
final class OperationCost {

  private static final int ONE = 1;
  // No operation is worth counting further: a bucket holds less.
  private static final int MOST = 100_000;
  private static final int NESTED_FRAGMENTS = 20;
  private static final ParserOptions OPTIONS =
      ParserOptions.getDefaultParserOptions()
          .transform(options ->
              options.maxTokens(6_000).captureIgnoredChars(false).captureSourceLocation(false));

  private final Map<String, Integer> costs;

  OperationCost(Map<String, Integer> costs) {
    this.costs = costs;
  }

  /** The cost; one for what the router will refuse to parse. */
  int of(String query, @Nullable String operationName) {
    // A keyword has no other spelling in GraphQL, so most documents need not be parsed.
    if (!query.contains("mutation")) {
      return ONE;
    }
    return parsed(query).map(document -> dearest(document, operationName)).orElse(ONE);
  }

  private static Optional<Document> parsed(String query) {
    try {
      return Optional.of(
          new Parser()
              .parseDocument(
                  ParserEnvironment.newParserEnvironment()
                      .document(query)
                      .parserOptions(OPTIONS)
                      .build()));
    } catch (InvalidSyntaxException malformed) {
      return Optional.empty();
    }
  }

  private int dearest(Document document, @Nullable String operationName) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .filter(operation -> operation.getOperation() == Operation.MUTATION)
        .filter(operation -> operationName == null || operationName.equals(operation.getName()))
        .mapToInt(operation -> sum(operation.getSelectionSet(), document, NESTED_FRAGMENTS))
        .max()
        .orElse(ONE);
  }

  private int sum(@Nullable SelectionSet selections, Document document, int depth) {
    if (selections == null || depth == 0) {
      return 0;
    }
    var sum = 0;
    for (Selection<?> selection : selections.getSelections()) {
      sum = Math.min(MOST, sum + cost(selection, document, depth));
    }
    return sum;
  }

  private int cost(Selection<?> selection, Document document, int depth) {
    return switch (selection) {
      case Field field -> costs.getOrDefault(field.getName(), ONE);
      case InlineFragment inline -> sum(inline.getSelectionSet(), document, depth - 1);
      case FragmentSpread spread ->
          document.getDefinitionsOfType(FragmentDefinition.class).stream()
              .filter(fragment -> fragment.getName().equals(spread.getName()))
              .findFirst()
              .map(fragment -> sum(fragment.getSelectionSet(), document, depth - 1))
              .orElse(0);
      default -> ONE;
    };
  }
}
