package dev.lifeos.edge.limit;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What root selections of one document take. Each fragment is looked at once: a few that use each
 * other a few times would be walked through for ever.
 */
final class SelectionCost {

  private static final int ONE = 1;

  private final Map<String, Integer> costs;
  private final Map<String, SelectionSet> fragments = new HashMap<>();
  private final Map<String, Integer> known = new HashMap<>();

  SelectionCost(Map<String, Integer> costs, Document document) {
    this.costs = costs;
    for (var fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      fragments.putIfAbsent(fragment.getName(), fragment.getSelectionSet());
    }
  }

  int of(SelectionSet selections) {
    var sum = 0;
    for (Selection<?> selection : selections.getSelections()) {
      sum = Math.min(OperationCost.MOST, sum + of(selection));
    }
    return sum;
  }

  private int of(Selection<?> selection) {
    return switch (selection) {
      case Field field -> costs.getOrDefault(field.getName(), ONE);
      case InlineFragment inline -> of(inline.getSelectionSet());
      case FragmentSpread spread -> fragment(spread.getName());
      default -> ONE;
    };
  }

  private int fragment(String name) {
    var before = known.get(name);
    if (before != null) {
      return before;
    }
    var selections = fragments.get(name);
    if (selections == null) {
      return 0;
    }
    // One that uses itself, which no router accepts, finds this.
    known.put(name, OperationCost.MOST);
    var cost = of(selections);
    known.put(name, cost);
    return cost;
  }
}
