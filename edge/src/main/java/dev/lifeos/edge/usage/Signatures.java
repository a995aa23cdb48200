package dev.lifeos.edge.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.StringValue;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.Optional;

/** Documents without the values that stand in them, which may be a person's. */
final class Signatures {

  private static final int KEPT = 2_000;
  private static final int LONGEST = 20_000;

  private final Cache<String, Optional<String>> known =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  /** The signature; empty for what is no document, or a very long one. */
  Optional<String> of(String document) {
    return document.length() > LONGEST ? Optional.empty() : known.get(document, Signatures::signed);
  }

  private static Optional<String> signed(String document) {
    try {
      var parsed = Parser.parse(document);
      var bare = new AstTransformer().transform(parsed, new WithoutValues());
      return Optional.of(AstPrinter.printAstCompact(bare));
    } catch (InvalidSyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static final class WithoutValues extends NodeVisitorStub {

    @Override
    @SuppressWarnings("rawtypes")
    public TraversalControl visitStringValue(StringValue node, TraverserContext<Node> context) {
      return TreeTransformerUtil.changeNode(context, StringValue.of(""));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public TraversalControl visitIntValue(IntValue node, TraverserContext<Node> context) {
      return TreeTransformerUtil.changeNode(context, IntValue.of(0));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public TraversalControl visitFloatValue(FloatValue node, TraverserContext<Node> context) {
      return TreeTransformerUtil.changeNode(context, FloatValue.of(0));
    }
  }
}
