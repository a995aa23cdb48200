package dev.lifeos.test;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.DescribedNode;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.Node;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.parser.Parser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says of each of its elements, by the element's coordinate: {@code User}, {@code
 * User.vitals}, {@code User.vitals(first:)}, {@code @access}. Order, the way it is written, and
 * whether a type is extended or a directive's default is spelt out make no difference.
 */
final class SchemaElements {

  private static final Map<String, String> BUILT_IN = Map.of("reason", "\"No longer supported\"");
  private static final Map<String, String> ROOTS =
      Map.of("query", "Query", "mutation", "Mutation", "subscription", "Subscription");

  private final SortedMap<String, SortedSet<String>> said = new TreeMap<>();
  private final Map<String, Map<String, String>> defaults;

  private SchemaElements(Map<String, Map<String, String>> defaults) {
    this.defaults = defaults;
  }

  /** Where two schemas differ, one line an element; empty if they say the same. */
  static List<String> differences(String served, String composed) {
    var servedDocument = Parser.parse(served);
    var composedDocument = Parser.parse(composed);
    var defaults = defaults(servedDocument);
    var here = new SchemaElements(defaults).read(servedDocument).withoutLibraries(composedDocument);
    var there = new SchemaElements(defaults).read(composedDocument).said;
    return Stream.concat(here.keySet().stream(), there.keySet().stream())
        .distinct()
        .sorted()
        .filter(name -> !Objects.equals(here.get(name), there.get(name)))
        .map(name ->
            "%s: served %s, composed %s".formatted(name, told(here, name), told(there, name)))
        .toList();
  }

  private static String told(Map<String, SortedSet<String>> elements, String name) {
    var found = elements.get(name);
    return found == null ? "not at all" : found.toString();
  }

  // DGS and the federation library add these, and the definitions of what @link imports.
  private SortedMap<String, SortedSet<String>> withoutLibraries(Document composed) {
    var imported =
        composed.getDefinitionsOfType(SchemaDefinition.class).stream()
            .flatMap(schema -> schema.getDirectives("link").stream())
            .map(AstPrinter::printAstCompact)
            .collect(Collectors.joining());
    said.keySet().removeIf(name -> isOfTheLibraries(name, imported));
    if (said.keySet().stream().noneMatch(name -> name.startsWith("Query."))) {
      said.remove("Query");
    }
    return said;
  }

  private static boolean isOfTheLibraries(String coordinate, String imported) {
    var name = coordinate.split("[.(]", 2)[0];
    return name.matches("@?(federation|link)__.*|_Any|_Entity|_Service|ErrorType|ErrorDetail|@link")
        || coordinate.matches("Query\\._(service|entities)(\\(.*)?")
        || (name.startsWith("@") && imported.contains('"' + name + '"'));
  }

  private static Map<String, Map<String, String>> defaults(Document document) {
    var known = new TreeMap<String, Map<String, String>>();
    known.put("deprecated", BUILT_IN);
    for (var definition : document.getDefinitionsOfType(DirectiveDefinition.class)) {
      known.put(
          definition.getName(),
          definition.getInputValueDefinitions().stream()
              .filter(argument -> argument.getDefaultValue() != null)
              .collect(
                  Collectors.toMap(
                      InputValueDefinition::getName, each -> print(each.getDefaultValue()))));
    }
    return known;
  }

  private SchemaElements read(Document document) {
    for (var definition : document.getDefinitions()) {
      switch (definition) {
        case SchemaDefinition schema -> readSchema(schema);
        case DirectiveDefinition directive -> readDirective(directive);
        case TypeDefinition<?> type -> readType(type);
        default -> throw new IllegalArgumentException("No part of a schema: " + print(definition));
      }
    }
    return this;
  }

  private void readSchema(SchemaDefinition schema) {
    add("schema", schema);
    schema.getOperationTypeDefinitions().stream()
        .filter(root -> !root.getTypeName().getName().equals(ROOTS.get(root.getName())))
        .forEach(root -> say("schema", print(root)));
  }

  private void readDirective(DirectiveDefinition directive) {
    var name = "@" + directive.getName();
    add(name, directive);
    say(name, directive.isRepeatable() ? "repeatable" : "not repeatable");
    directive.getDirectiveLocations().forEach(place -> say(name, "on " + place.getName()));
    readArguments(name, directive.getInputValueDefinitions());
  }

  private void readType(TypeDefinition<?> type) {
    var name = type.getName();
    add(name, type);
    say(name, kind(type));
    switch (type) {
      case ImplementingTypeDefinition<?> fields -> {
        fields.getImplements().forEach(each -> say(name, "implements " + print(each)));
        fields.getFieldDefinitions().forEach(field -> readField(name, field));
      }
      case InputObjectTypeDefinition input ->
          input
              .getInputValueDefinitions()
              .forEach(field -> readInput(name + "." + field.getName(), field));
      case EnumTypeDefinition choice ->
          choice
              .getEnumValueDefinitions()
              .forEach(value -> add(name + "." + value.getName(), value));
      case UnionTypeDefinition union ->
          union.getMemberTypes().forEach(member -> say(name, "of " + print(member)));
      default -> {}
    }
  }

  private static String kind(TypeDefinition<?> type) {
    return switch (type) {
      case InterfaceTypeDefinition ignored -> "interface";
      case ImplementingTypeDefinition<?> ignored -> "type";
      case InputObjectTypeDefinition ignored -> "input";
      case EnumTypeDefinition ignored -> "enum";
      case UnionTypeDefinition ignored -> "union";
      default -> "scalar";
    };
  }

  private void readField(String type, FieldDefinition field) {
    var name = type + "." + field.getName();
    add(name, field);
    say(name, "gives " + print(field.getType()));
    readArguments(name, field.getInputValueDefinitions());
  }

  private void readArguments(String owner, List<InputValueDefinition> arguments) {
    arguments.forEach(each -> readInput("%s(%s:)".formatted(owner, each.getName()), each));
  }

  private void readInput(String name, InputValueDefinition input) {
    add(name, input);
    say(name, "takes " + print(input.getType()));
    if (input.getDefaultValue() != null) {
      say(name, "by default " + print(input.getDefaultValue()));
    }
  }

  private void add(String name, Node<?> element) {
    said.computeIfAbsent(name, each -> new TreeSet<>());
    if (element instanceof DescribedNode<?> described) {
      describe(name, described.getDescription());
    }
    if (element instanceof DirectivesContainer<?> container) {
      container.getDirectives().forEach(directive -> say(name, applied(directive)));
    }
  }

  private void describe(String name, @Nullable Description description) {
    if (description != null) {
      say(name, "\"" + withoutTrailingSpace(description.getContent()) + "\"");
    }
  }

  // Printing indents the empty lines of a block string as well.
  private static String withoutTrailingSpace(String text) {
    return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).strip();
  }

  private String applied(Directive directive) {
    var arguments =
        new TreeMap<String, String>(defaults.getOrDefault(directive.getName(), Map.of()));
    for (Argument argument : directive.getArguments()) {
      arguments.put(argument.getName(), print(argument.getValue()));
    }
    return "@" + directive.getName() + arguments;
  }

  private void say(String name, String fact) {
    said.computeIfAbsent(name, each -> new TreeSet<>()).add(fact);
  }

  private static String print(@Nullable Node<?> node) {
    return node == null ? "" : AstPrinter.printAstCompact(node);
  }
}
