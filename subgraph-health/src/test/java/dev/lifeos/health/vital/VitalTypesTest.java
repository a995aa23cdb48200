package dev.lifeos.health.vital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.health.HealthTest;
import graphql.schema.GraphQLEnumType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

class VitalTypesTest extends HealthTest {

  private static final String NOON = "2026-03-01T12:00:00Z";

  @Autowired private GraphQlSource source;

  @ParameterizedTest
  @EnumSource
  void eachTypeKeepsItsCanonicalUnitAndTheEndsOfItsRange(VitalType type) {
    var least = record(ann, vital(type.name(), type.min(), NOON));
    var most = record(ann, vital(type.name(), type.max(), "2026-03-01T13:00:00Z"));

    assertThat(least.path("unit").asString()).isEqualTo(type.unit());
    assertThat(least.path("value").asString()).isEqualTo(type.min().toPlainString());
    assertThat(most.path("value").asString()).isEqualTo(type.max().toPlainString());
    assertThat(texts(vitals(ann), "value"))
        .containsExactly(type.max().toPlainString(), type.min().toPlainString());
  }

  @ParameterizedTest
  @EnumSource
  void noTypeAcceptsWhatIsJustOutsideItsRange(VitalType type) {
    var step = new BigDecimal("0.0001");
    var tooLittle = vital(type.name(), type.min().subtract(step), NOON);
    var tooMuch = vital(type.name(), type.max().add(step), "2026-03-01T13:00:00Z");

    var payload = tryToRecord(ann, List.of(tooLittle, tooMuch)).ok().at("recordVitals");

    assertThat(errors(payload))
        .containsExactly("OUT_OF_RANGE input.vitals.0.value", "OUT_OF_RANGE input.vitals.1.value");
    assertThat(payload.path("errors").path(0).path("message").asString())
        .contains(type.min().toPlainString(), type.max().toPlainString(), type.unit());
    assertThat(vitals(ann)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {2} {1} = {3}")
  @CsvFileSource(resources = "/conversions.csv", numLinesToSkip = 1)
  void anAcceptedUnitIsConverted(VitalType type, String unit, String sent, String kept) {
    var recorded = record(ann, with(vital(type.name(), sent, NOON), "unit", unit));

    assertThat(recorded.path("value").asString()).isEqualTo(kept);
    assertThat(recorded.path("unit").asString()).isEqualTo(type.unit());
    assertThat(texts(vitals(ann), "value")).containsExactly(kept);
  }

  @ParameterizedTest
  @EnumSource
  void aTypeRefusesAnUnknownUnitAndSaysWhichItAccepts(VitalType type) {
    var vital = with(vital(type.name(), type.max(), NOON), "unit", "furlong");

    var payload = tryToRecord(ann, List.of(vital)).ok().at("recordVitals");

    assertThat(errors(payload)).containsExactly("INVALID input.vitals.0.unit");
    assertThat(payload.path("errors").path(0).path("message").asString())
        .contains(type.units().stream().map(InputUnit::code).toList());
  }

  @Test
  void everyAcceptedUnitHasAnExample() throws Exception {
    try (var examples = VitalTypesTest.class.getResourceAsStream("/conversions.csv")) {
      var lines =
          new String(Objects.requireNonNull(examples).readAllBytes(), StandardCharsets.UTF_8);
      for (var type : VitalType.values()) {
        for (var unit : type.units()) {
          assertThat(lines).contains(type + "," + unit.code() + ",");
        }
      }
    }
  }

  @Test
  void theSchemaDescribesEachTypeAsItIs() {
    assertThat(enumType().getValues()).hasSameSizeAs(VitalType.values());
    for (var type : VitalType.values()) {
      assertThat(described(type)).contains(description(type));
    }
  }

  private static String description(VitalType type) {
    var others =
        type.units().stream()
            .skip(1)
            .map(unit -> "`" + unit.code() + "`")
            .collect(Collectors.joining(", "));
    return "Unit `%s`, %s to %s%s"
        .formatted(
            type.unit(),
            type.min().toPlainString(),
            type.max().toPlainString(),
            others.isEmpty() ? "" : "; also " + others);
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaSaysWhetherATypeIsSummed(VitalType type) {
    assertThat(described(type))
        .endsWith(type.aggregation() == Aggregation.SUM ? "Summed." : "Averaged.");
  }

  private GraphQLEnumType enumType() {
    return Objects.requireNonNull(source.schema().getTypeAs("VitalType"));
  }

  private String described(VitalType type) {
    var value = Objects.requireNonNull(enumType().getValue(type.name()));
    return Objects.requireNonNull(value.getDescription());
  }
}
