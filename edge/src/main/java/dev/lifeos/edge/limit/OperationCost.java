package dev.lifeos.edge.limit;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document takes, by the root fields of its mutations. */
final class OperationCost {

  /** More than any bucket holds. */
  static final int MOST = 100_000;

  private static final int ONE = 1;
  private static final ParserOptions OPTIONS =
      ParserOptions.getDefaultParserOptions()
          .transform(options ->
              options.maxTokens(6_000).captureIgnoredChars(false).captureSourceLocation(false));

  private final Map<String, Integer> costs;

  OperationCost(Map<String, Integer> costs) {
    this.costs = costs;
  }

  /**
   * The cost; one for what the router will refuse to parse, and the most for what is too long to be
   * read here: padding makes nothing cheaper.
   */
  int of(String query, @Nullable String operationName) {
    // A keyword has no other spelling in GraphQL, so most documents need not be parsed.
    if (!query.contains("mutation")) {
      return ONE;
    }
    try {
      return dearest(parsed(query), operationName);
    } catch (ParseCancelledException
        | ParseCancelledTooManyCharsException
        | ParseCancelledTooDeepException tooLong) {
      return MOST;
    } catch (InvalidSyntaxException malformed) {
      return ONE;
    }
  }

  private static Document parsed(String query) {
    return new Parser()
        .parseDocument(
            ParserEnvironment.newParserEnvironment()
                .document(query)
                .parserOptions(OPTIONS)
                .build());
  }

  private int dearest(Document document, @Nullable String operationName) {
    var selections = new SelectionCost(costs, document);
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .filter(operation -> operation.getOperation() == Operation.MUTATION)
        .filter(operation -> operationName == null || operationName.equals(operation.getName()))
        .mapToInt(operation -> selections.of(operation.getSelectionSet()))
        .max()
        .orElse(ONE);
  }
}
