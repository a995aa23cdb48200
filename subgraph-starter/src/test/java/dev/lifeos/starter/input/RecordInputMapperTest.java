package dev.lifeos.starter.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.netflix.graphql.dgs.exceptions.DgsInvalidInputArgumentException;
import com.netflix.graphql.dgs.internal.DefaultInputObjectMapper;
import com.netflix.graphql.dgs.internal.InputObjectMapper;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordInputMapperTest {

  private static final String ID = "019aa9d2-5a5e-7000-8000-000000000001";

  private final InputObjectMapper mapper = new RecordInputMapper();

  @ParameterizedTest
  @MethodSource("inputs")
  void aRecordIsWhatDgsWouldMakeOfIt(Map<String, ?> values) {
    assertThat(mapper.mapToJavaObject(values, Input.class))
        .isEqualTo(new DefaultInputObjectMapper().mapToJavaObject(values, Input.class));
  }

  static List<Map<String, ?>> inputs() {
    return List.of(
        Map.of(),
        Map.of("id", ID, "day", "MONDAY", "amount", new BigDecimal("1.50"), "count", 3),
        Map.of("parts", List.of(Map.of("name", "a"), Map.of("name", "b", "ids", List.of(ID)))),
        Map.of("free", Map.of("any", List.of(1, "two")), "note", "text"),
        Map.of("free", "text", "part", Map.of("name", "c")),
        Collections.singletonMap("note", null),
        Collections.singletonMap("part", null),
        Collections.singletonMap("amount", null),
        Map.of("unknown", 1));
  }

  @Test
  void nullIsToldFromWhatIsLeftOut() {
    assertThat(mapper.mapToJavaObject(Map.of(), Input.class).note()).isNull();
    assertThat(mapper.mapToJavaObject(Collections.singletonMap("note", null), Input.class).note())
        .isEmpty();
  }

  @Test
  void whatCannotBeConvertedIsBadInput() {
    var malformed = Map.of("parts", List.of(Map.of("ids", List.of("no id"))));

    assertThatThrownBy(() -> mapper.mapToJavaObject(malformed, Input.class))
        .isInstanceOf(DgsInvalidInputArgumentException.class);
  }

  record Input(
      @Nullable UUID id,
      @Nullable DayOfWeek day,
      @Nullable BigDecimal amount,
      @Nullable Integer count,
      @Nullable List<Part> parts,
      @Nullable Optional<Part> part,
      @Nullable Optional<String> note,
      @Nullable Object free) {}

  record Part(@Nullable String name, @Nullable List<UUID> ids) {}
}
