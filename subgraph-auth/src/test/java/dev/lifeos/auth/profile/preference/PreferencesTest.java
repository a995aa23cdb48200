package dev.lifeos.auth.profile.preference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.profile.ProfileTest;
import dev.lifeos.test.Answer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreferencesTest extends ProfileTest {

  private static final String ALL =
      """
      version theme units firstDayOfWeek dateStyle timeStyle numberStyle defaultCurrency updatedAt
      dashboard { kind width }
      """;

  @Test
  void what_nobody_chose_fits_the_language() {
    var german = graph.as(somebody(Map.of("locale", "de-DE")).accessToken());
    var american = graph.as(somebody(Map.of("locale", "en-US")).accessToken());
    var query = "{ me { preferences { %s } } }".formatted(ALL);
    var german1 = german.send(query).ok();
    assertThat(german1.at("me.preferences.version").asInt()).isZero();
    assertThat(german1.data("me.preferences.theme")).isEqualTo("SYSTEM");
    assertThat(german1.data("me.preferences.units")).isEqualTo("METRIC");
    assertThat(german1.data("me.preferences.firstDayOfWeek")).isEqualTo("MONDAY");
    assertThat(german1.data("me.preferences.defaultCurrency")).isEqualTo("EUR");
    assertThat(german1.data("me.preferences.updatedAt")).isNull();
    assertThat(german1.list("me.preferences.dashboard")).hasSize(4);
    var american1 = american.send(query).ok();
    assertThat(american1.data("me.preferences.units")).isEqualTo("IMPERIAL");
    assertThat(american1.data("me.preferences.firstDayOfWeek")).isEqualTo("SUNDAY");
    assertThat(american1.data("me.preferences.defaultCurrency")).isEqualTo("USD");
  }

  @Test
  void only_what_is_sent_changes_and_null_goes_back_to_the_default() {
    var ann = somebody();
    update(ann, Map.of("theme", "DARK", "units", "IMPERIAL")).ok();
    var widgets = List.of(Map.of("kind", "SLEEP", "width", "FULL"), Map.of("kind", "CALENDAR"));
    var second = update(ann, Map.of("defaultCurrency", "CHF", "dashboard", widgets)).ok();
    assertThat(second.data("updatePreferences.preferences.theme")).isEqualTo("DARK");
    assertThat(second.data("updatePreferences.preferences.units")).isEqualTo("IMPERIAL");
    assertThat(second.data("updatePreferences.preferences.defaultCurrency")).isEqualTo("CHF");
    assertThat(second.at("updatePreferences.preferences.dashboard").toString())
        .isEqualTo(
            "[{\"kind\":\"SLEEP\",\"width\":\"FULL\"},{\"kind\":\"CALENDAR\",\"width\":\"HALF\"}]");
    assertThat(second.at("updatePreferences.preferences.version").asInt()).isEqualTo(2);
    var reset = new HashMap<String, @Nullable Object>();
    reset.put("theme", null);
    reset.put("dashboard", null);
    var third = update(ann, reset).ok();
    assertThat(third.data("updatePreferences.preferences.theme")).isEqualTo("SYSTEM");
    assertThat(third.data("updatePreferences.preferences.units")).isEqualTo("IMPERIAL");
    assertThat(third.list("updatePreferences.preferences.dashboard")).hasSize(4);
  }

  @Test
  void an_old_version_changes_nothing_and_is_told_the_new() {
    var ann = somebody();
    update(ann, Map.of("version", 0, "theme", "DARK")).ok();
    var late = update(ann, Map.of("version", 0, "theme", "LIGHT")).ok();
    assertThat(late.data("updatePreferences.errors.0.code")).isEqualTo("CONFLICT");
    assertThat(late.at("updatePreferences.preferences.version").asInt()).isEqualTo(1);
    assertThat(late.data("updatePreferences.preferences.theme")).isEqualTo("DARK");
  }

  @Test
  void of_many_at_once_on_one_version_one_wins() {
    var ann = somebody();
    var answers = atOnce(8, () -> update(ann, Map.of("version", 0, "theme", "DARK")));
    assertThat(answers)
        .filteredOn(answer -> answer.ok().list("updatePreferences.errors").isEmpty())
        .hasSize(1);
  }

  @Test
  void of_many_at_once_without_a_version_none_is_lost() {
    var ann = somebody();
    var changes =
        List.of(
            Map.of("theme", "DARK"),
            Map.of("units", "IMPERIAL"),
            Map.of("dateStyle", "YEAR_FIRST"),
            Map.of("timeStyle", "HOURS_24"),
            Map.of("numberStyle", "SPACE"),
            Map.of("defaultCurrency", "JPY"));
    var next = new AtomicInteger();
    atOnce(changes.size(), () -> update(ann, changes.get(next.getAndIncrement())).ok());
    var now =
        graph
            .as(ann.accessToken())
            .send("{ me { preferences { %s } } }".formatted(ALL))
            .ok()
            .at("me.preferences");
    changes.forEach(change ->
        change.forEach((name, value) -> assertThat(now.path(name).asString()).isEqualTo(value)));
    assertThat(now.path("version").asInt()).isEqualTo(changes.size());
  }

  @Test
  void a_part_of_the_dashboard_is_there_once() {
    var twice = Stream.generate(() -> Map.of("kind", "VITALS")).limit(2).toList();
    var answer = update(somebody(), Map.of("dashboard", twice)).ok();
    assertThat(answer.data("updatePreferences.errors.0.code")).isEqualTo("ALREADY_EXISTS");
    var unknown = update(somebody(), Map.of("dashboard", List.of(Map.of("kind", "WEATHER"))));
    assertThat(unknown.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void many_people_cost_one_statement_for_each_of_three_fields() {
    var people = IntStream.range(0, 5).mapToObj(index -> Map.of("id", somebody().id())).toList();
    var service = graph.as(serviceToken());
    var statements =
        sql.during(() ->
            service.entities("User", people, "preferences { version } avatar phoneVerified").ok());
    assertThat(sql.statements()).filteredOn(text -> text.contains("preferences")).hasSize(1);
    assertThat(sql.statements()).filteredOn(text -> text.contains("FROM avatar")).hasSize(1);
    assertThat(statements).as(Arrays.toString(sql.statements().toArray())).isEqualTo(4);
  }

  private Answer update(Somebody person, Map<String, ?> change) {
    return mutate(
        graph.as(person.accessToken()),
        "updatePreferences",
        change,
        "preferences { %s } errors { code path }".formatted(ALL));
  }
}
