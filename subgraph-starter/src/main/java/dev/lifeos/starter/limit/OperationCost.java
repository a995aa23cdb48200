package dev.lifeos.starter.limit;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field costs, as the demand-control directives of Federation say: its {@code @cost}, or 1
 * for an object and 0 for a scalar; and in a list, its items' cost times the size by
 * {@code @listSize}.
 */
class OperationCost implements FieldComplexityCalculator {

  private static final int UNKNOWN_SIZE = 10;

  @Override
  public int calculate(FieldComplexityEnvironment env, int childCost) {
    var cost = (long) weight(env.getFieldDefinition()) + size(env) * (long) childCost;
    return (int) Math.min(Integer.MAX_VALUE, cost);
  }

  private static int weight(GraphQLFieldDefinition field) {
    var cost = field.getAppliedDirective("cost");
    if (cost != null && cost.getArgument("weight").getValue() instanceof Integer weight) {
      return weight;
    }
    return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType())) ? 0 : 1;
  }

  private static long size(FieldComplexityEnvironment env) {
    if (env.getArguments().get("representations") instanceof Collection<?> representations) {
      return representations.size();
    }
    var directive = env.getFieldDefinition().getAppliedDirective("listSize");
    if (directive != null) {
      return declaredSize(env, directive);
    }
    var isList =
        GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(env.getFieldDefinition().getType()));
    return isList && !isSizedByParent(env) ? UNKNOWN_SIZE : 1;
  }

  private static long declaredSize(
      FieldComplexityEnvironment env, GraphQLAppliedDirective listSize) {
    for (var name : strings(listSize, "slicingArguments")) {
      if (env.getArguments().get(name) instanceof Integer size) {
        return Math.max(0, size);
      }
    }
    var assumed = listSize.getArgument("assumedSize");
    return assumed != null && assumed.getValue() instanceof Integer size ? size : UNKNOWN_SIZE;
  }

  private static boolean isSizedByParent(FieldComplexityEnvironment env) {
    var parent = env.getParentEnvironment();
    if (parent == null) {
      return false;
    }
    var listSize = parent.getFieldDefinition().getAppliedDirective("listSize");
    return listSize != null
        && strings(listSize, "sizedFields").contains(env.getFieldDefinition().getName());
  }

  private static List<String> strings(GraphQLAppliedDirective directive, String argument) {
    var found = directive.getArgument(argument);
    @Nullable Object value = found == null ? null : found.getValue();
    return value instanceof Collection<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of();
  }
}
