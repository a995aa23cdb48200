package dev.lifeos.test;

import dev.lifeos.test.AccessElement.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One request for an element of the access matrix. */
record AccessCall(AccessElement element, Cast cast) {

  Answer send(Graph as) {
    if (element.isOfAnEntity()) {
      var keys = List.of(Map.of("id", id()));
      return as.entities(element.start().getName(), keys, way(0));
    }
    var document = operation() + " { " + way(0) + " }";
    return element.isSubscription() ? as.firstEvent(document) : as.send(document);
  }

  private String operation() {
    return element.start().getName().toLowerCase(Locale.ROOT);
  }

  private String id() {
    var type = element.start().getName();
    if (type.equals("User")) {
      return cast.right().toString();
    }
    var id = cast.records().get(type);
    if (id == null) {
      throw new AssertionError(
          "The contract's records() makes no %s, so that the access matrix cannot ask for one"
              .formatted(type));
    }
    return id;
  }

  private String way(int from) {
    if (from == element.way().size()) {
      return "__typename";
    }
    var step = element.way().get(from);
    var call = call(step);
    if (from == element.way().size() - 1) {
      return call + Samples.selection(step.field());
    }
    var next = element.way().get(from + 1).of().getName();
    var behind = way(from + 1);
    return call
        + (next.equals(step.leadsTo())
            ? " { " + behind + " }"
            : " { ... on " + next + " { " + behind + " } }");
  }

  private String call(Step step) {
    // With all its arguments a subscription fails at once; else it would wait for events.
    return element.isSubscription()
        ? new Samples(sample(step)).callInFull(step.field())
        : new Samples(sample(step)).call(step.field());
  }

  // Queries find what belongs to the right person; a mutation finds nothing that it could spoil.
  private String sample(Step step) {
    return element.isMutation()
        ? UUID.randomUUID().toString()
        : cast.records().getOrDefault(step.leadsTo(), cast.right().toString());
  }
}
