package dev.lifeos.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import dev.lifeos.test.SubgraphTest;
import dev.lifeos.test.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@SubgraphTest
class InputTest {

  private final UUID ann = UUID.randomUUID();

  @Autowired private Graph graph;

  @Test
  void mistakes_are_data_with_code_and_path() {
    var answer = write(Map.of("text", "ok"), Map.of("text", "x".repeat(21)), Map.of()).ok();
    assertThat(answer.data("writeNotes.errors.0.code")).isEqualTo("TOO_LONG");
    assertThat(answer.at("writeNotes.errors.0.path").toString())
        .isEqualTo("[\"input\",\"notes\",\"1\",\"text\"]");
    assertThat(answer.data("writeNotes.errors.1.code")).isEqualTo("REQUIRED");
    assertThat(answer.at("writeNotes.notes").isNull()).isTrue();
  }

  @Test
  void texts_are_measured_in_characters() {
    assertThat(write(Map.of("text", "💐".repeat(20))).ok().list("writeNotes.errors")).isEmpty();
    assertThat(write(Map.of("text", "💐".repeat(21))).data("writeNotes.errors.0.code"))
        .isEqualTo("TOO_LONG");
  }

  @Test
  void too_few_and_too_many_are_told_apart() {
    assertThat(write().data("writeNotes.errors.0.code")).isEqualTo("REQUIRED");
    var note = Map.of("text", "ok");
    assertThat(write(note, note, note, note).data("writeNotes.errors.0.code"))
        .isEqualTo("TOO_MANY");
  }

  @Test
  void what_is_no_id_or_has_a_nul_is_data_with_code_and_path() {
    var answer = write(Map.of("id", "no-id", "text", "ok"), Map.of("text", "a\u0000b")).ok();
    assertThat(answer.at("writeNotes.errors").toString())
        .isEqualTo(
            "[{\"code\":\"NOT_FOUND\",\"path\":[\"input\",\"notes\",\"0\",\"id\"],\"retryAfter\":null},"
                + "{\"code\":\"INVALID\",\"path\":[\"input\",\"notes\",\"1\",\"text\"],\"retryAfter\":null}]");
  }

  @Test
  void pages_are_bounded_and_cursors_are_checked() {
    assertThat(notes("first: 0")).isEqualTo("BAD_USER_INPUT");
    assertThat(notes("first: 101")).isEqualTo("BAD_USER_INPUT");
    assertThat(notes("after: \"garbage!\"")).isEqualTo("BAD_USER_INPUT");
    assertThat(notes("first: 100")).isNull();
  }

  @Test
  void an_operation_that_costs_too_much_is_refused() {
    var wide = new StringBuilder();
    for (var alias = 0; alias < 300; alias++) {
      wide.append("n").append(alias).append(": notes(first: 100) { edges { node { id } } } ");
    }
    var answer = graph.as(Tokens.person(ann)).entities("User", key(), wide.toString());
    assertThat(answer.firstErrorCode()).isEqualTo("QUERY_TOO_EXPENSIVE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dateTime: \"2026-03-01T08:00:00+02:00\" | dateTime | 2026-03-01T06:00:00Z",
        "decimal: \"12.50\" | decimal | 12.50",
        "decimal: 0.1 | decimal | 0.1",
        "timeZone: \"Asia/Kathmandu\" | timeZone | Asia/Kathmandu",
        "phoneNumber: \"+49 30 123456\" | phoneNumber | +4930123456",
        "email: \" ann@example.org \" | email | ann@example.org",
        "locale: \"de-ch\" | locale | de-CH",
        "url: \"https://example.org/a\" | url | https://example.org/a",
        "currency: \"KWD\" | currency | KWD"
      })
  void scalars_are_read_and_written(String argument, String field, String expected) {
    var answer = graph.send("{ echo(" + argument + ") { " + field + " } }").ok();
    assertThat(answer.data("echo." + field)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dateTime: \"yesterday\"",
        "dateTime: \"2026-03-01T08:00:00\"",
        "dateTime: \"+10000-01-01T00:00:00Z\"",
        "decimal: \"NaN\"",
        "decimal: \"1e999999999\"",
        "decimal: true",
        "timeZone: \"+02:00\"",
        "timeZone: \"Mars/Olympus\"",
        "timeZone: \"SystemV/PST8\"",
        "phoneNumber: \"030 123456\"",
        "email: \"ann\"",
        "email: \"ann@localhost\"",
        "locale: \"not a locale\"",
        "url: \"javascript:alert(1)\"",
        "url: \"/relative\"",
        "currency: \"XYZW\""
      })
  void malformed_scalars_are_typed_errors(String argument) {
    var answer = graph.send("{ echo(" + argument + ") { decimal } }");
    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @ParameterizedTest
  @CsvSource({
    "EmailAddress, email, ann",
    "PhoneNumber, phoneNumber, 12",
    "DateTime, dateTime, now"
  })
  void malformed_scalars_in_variables_are_typed_errors(String type, String name, String value) {
    var query = "query ($v: %s) { echo(%s: $v) { decimal } }".formatted(type, name);
    assertThat(graph.send(query, Map.of("v", value)).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ echo(currency: \"ZZZ\") { url } } | currency: Not an ISO 4217 currency code.",
        "{ echo(dateTime: now) { url } } | dateTime: Not a time of RFC 3339, such as 2026-03-01T06:30:00Z.",
        "{ nothing } | Field 'nothing' in type 'Query' is undefined",
        "{ echo { decimal { x } } } | Subselection not allowed on leaf type 'Decimal' of field 'decimal'",
        "{ echo(colour: 1) { url } } | Unknown field argument 'colour'",
        "mutation { writeNotes(input: {notes: [{text: 1}]}) { errors { code } } } | input.notes[0].text: Not a value of this type.",
        "mutation { writeNotes(input: {notes: null}) { errors { code } } } | input.notes: A value is required.",
        "mutation { writeNotes(input: {}) { errors { code } } } | input: Required fields are missing: [notes].",
        "mutation { writeNotes(input: {notes: [], x: 1}) { errors { code } } } | input: There is no field 'x'.",
        "mutation { writeNotes(input: 7) { errors { code } } } | input: An object is expected."
      })
  void validation_says_what_is_wrong_and_nothing_of_the_inside(String document, String message) {
    assertThat(messageOf(graph.with("Accept-Language", "de").send(document))).isEqualTo(message);
  }

  @Test
  void validation_of_a_field_of_an_entity_names_the_argument_only() {
    var answer = graph.entities("User", key(), "notes(first: \"x\") { edges { cursor } }");
    assertThat(messageOf(answer)).isEqualTo("first: Not a value of this type.");
  }

  static Stream<Arguments> bad_variables() {
    var good = Map.of("text", "ok");
    return Stream.of(
        arguments(
            Map.of("notes", List.of(good, Map.of("text", 1))),
            "input.notes[1].text: Not a String."),
        arguments(
            Map.of("notes", List.of(good, Map.of("x", 1))),
            "input.notes[1]: There is no field 'x'."),
        arguments(Map.of("notes", List.of(good, 7)), "input.notes[1]: An object is expected."),
        arguments(Map.of(), "input.notes: A value is required."),
        arguments("text", "input: An object is expected."));
  }

  @ParameterizedTest
  @MethodSource("bad_variables")
  void a_bad_value_in_the_variables_is_named_by_its_place(Object input, String message) {
    var document =
        "mutation ($input: WriteNotesInput!) { writeNotes(input: $input) { errors { code } } }";
    var answer = graph.send(document, Map.of("input", input));
    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(messageOf(answer)).isEqualTo(message);
    assertThat(messageOf(graph.send(document))).isEqualTo("input: A value is required.");
  }

  @Test
  void a_bad_scalar_in_the_variables_is_named_by_its_place() {
    var document = "query ($c: CurrencyCode) { echo(currency: $c) { url } }";
    assertThat(messageOf(graph.send(document, Map.of("c", "ZZZ"))))
        .isEqualTo("c: Not an ISO 4217 currency code.");
  }

  private static String messageOf(Answer answer) {
    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    return answer.errors().getFirst().path("message").asString();
  }

  @Test
  void an_error_that_mends_itself_says_when() {
    var answer = write(Map.of("text", "too soon")).ok();
    assertThat(answer.data("writeNotes.errors.0.retryAfter")).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(write(Map.of()).at("writeNotes.errors.0.retryAfter").isNull()).isTrue();
  }

  @Test
  void what_fails_half_way_leaves_nothing_behind() {
    var id = UUID.randomUUID().toString();
    write(Map.of("id", id, "text", "once"), Map.of("id", id, "text", "twice"));
    var answer = graph.as(Tokens.person(ann)).entities("Note", List.of(Map.of("id", id)), "text");
    assertThat(answer.at("_entities.0").isNull()).isTrue();
  }

  private @Nullable String notes(String arguments) {
    return graph
        .as(Tokens.person(ann))
        .entities("User", key(), "notes(" + arguments + ") { edges { cursor } }")
        .firstErrorCode();
  }

  private List<Map<String, String>> key() {
    return List.of(Map.of("id", ann.toString()));
  }

  @SafeVarargs
  private Answer write(Map<String, String>... notes) {
    var document =
        "mutation ($input: WriteNotesInput!) { writeNotes(input: $input) { notes { id } errors { code path retryAfter } } }";
    var variables = Map.of("input", Map.of("notes", List.of(notes)));
    return graph.as(Tokens.person(ann)).send(document, variables);
  }
}
