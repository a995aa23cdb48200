package dev.lifeos.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks for each element that carries {@code @access} as each kind of caller, over HTTP, and sees
 * who is let through. A mistake in the input counts as let through: whoever gets so far has got
 * past the door.
 */
final class AccessMatrix {

  private static final Set<String> REFUSALS = Set.of("UNAUTHENTICATED", "FORBIDDEN");

  private final Graph graph;
  private final Supplier<UUID> people;
  private final Function<UUID, Map<String, String>> records;
  private final List<String> lines = new ArrayList<>();
  private @Nullable Cast readers;

  /**
   * @param people makes a person each time
   * @param records makes a record of each entity type for a person
   */
  AccessMatrix(Graph graph, Supplier<UUID> people, Function<UUID, Map<String, String>> records) {
    this.graph = graph;
    this.people = people;
    this.records = records;
  }

  /** Tries one element as everybody; what is not as it should be. */
  List<String> wrong(AccessElement element) {
    var cast = cast(element);
    var wrong = new ArrayList<String>();
    var seen = new ArrayList<String>();
    for (var bearer : Bearer.values()) {
      var answer = new AccessCall(element, cast).send(cast.ask(graph, bearer, element));
      seen.add(seen(answer, element));
      var problem = problem(element, bearer, answer);
      if (problem != null) {
        wrong.add("%s %s: %d %s".formatted(bearer, problem, answer.status(), answer.body()));
      }
    }
    lines.add(
        "| `%s` | %s | %s |".formatted(element.name(), element.rule(), String.join(" | ", seen)));
    return wrong;
  }

  /** Writes what was seen as a table, a line for each element. */
  void write(String subgraph) {
    var bearers = Bearer.values();
    var text =
        """
        # Access matrix of %s: %d elements, %d cells

        | element | for | %s |
        |---|---|%s
        %s
        """
            .formatted(
                subgraph,
                lines.size(),
                lines.size() * bearers.length,
                Stream.of(bearers).map(Bearer::toString).collect(Collectors.joining(" | ")),
                "---|".repeat(bearers.length),
                String.join("\n", lines));
    try {
      Files.createDirectories(Path.of("target"));
      Files.writeString(Path.of("target", "access-matrix-" + subgraph + ".md"), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  // What a mutation does, to an account even, must not show in the next row; reading does no harm.
  private Cast cast(AccessElement element) {
    if (element.isMutation()) {
      return new Cast(people.get(), people.get(), people.get(), people.get(), Map.of());
    }
    if (readers == null) {
      var right = people.get();
      readers = new Cast(right, right, people.get(), people.get(), records.apply(right));
    }
    return readers;
  }

  private static @Nullable String problem(AccessElement element, Bearer bearer, Answer answer) {
    var codes = answer.errorCodes();
    if (codes.contains("INTERNAL_SERVER_ERROR")) {
      return "meets a fault";
    }
    if (bearer == Bearer.EXPIRED) {
      var refused = answer.status() == 401 && codes.contains("UNAUTHENTICATED");
      return refused ? null : "is not refused with 401";
    }
    if (element.admits(bearer)) {
      return isRefused(answer, element)
          ? "is refused, or there is nothing to find: see records()"
          : null;
    }
    return isRefused(answer, element) && isWhy(bearer, codes)
        ? null
        : "is not refused as it should be";
  }

  private static boolean isRefused(Answer answer, AccessElement element) {
    return answer.status() == 401
        || !Collections.disjoint(answer.errorCodes(), REFUSALS)
        || !isReached(answer, element);
  }

  private static boolean isWhy(Bearer bearer, List<String> codes) {
    if (bearer == Bearer.ANONYMOUS) {
      return codes.contains("UNAUTHENTICATED");
    }
    // Somebody else's record is null, like one that does not exist.
    return codes.isEmpty() || codes.contains("FORBIDDEN");
  }

  /** Whether the object is there that the element belongs to: without it nothing was decided. */
  private static boolean isReached(Answer answer, AccessElement element) {
    if (element.isOfARoot()) {
      return true;
    }
    var at = element.isOfAnEntity() ? answer.at("_entities.0") : answer.json().path("data");
    for (var step : element.wayToParent()) {
      at = at.path(step.field().getName());
      while (at.isArray()) {
        at = at.path(0);
      }
    }
    return at.isObject();
  }

  private static String seen(Answer answer, AccessElement element) {
    if (answer.status() == 401) {
      return "401";
    }
    return isRefused(answer, element) ? "refused" : "through";
  }
}
