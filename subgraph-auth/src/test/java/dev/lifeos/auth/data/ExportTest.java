package dev.lifeos.auth.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.auth.MailBox;
import dev.lifeos.auth.profile.ProfileTest;
import dev.lifeos.starter.ids.Ids;
import dev.lifeos.test.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ExportTest extends ProfileTest {

  private static final String LIST =
      "{ me { dataExports { id status requestedAt readyAt expiresAt size } } }";

  @Autowired private JdbcClient jdbc;
  @Autowired private Exports exports;
  @Autowired private ExportMaker maker;

  @Test
  void a_person_fetches_all_that_auth_keeps_of_them_once() {
    var ann = somebody();
    var theme = Map.of("theme", "DARK");
    mutate(graph.as(ann.accessToken()), "updatePreferences", theme, "errors { code }").ok();
    var export = ready(ann);
    awaitMail(ann, "Your LifeOS data is ready");
    var address = download(ann, export).data("downloadDataExport.url");
    var file = http("GET", String.valueOf(address), null);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"lifeos-")
        .endsWith(".zip\"");
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
    var parts = unzipped(file.body());
    assertThat(parts)
        .containsOnlyKeys(
            "account.json",
            "avatar.json",
            "calendar-events.json",
            "calendars.json",
            "connected-apps.json",
            "identities.json",
            "known-devices.json",
            "passkeys.json",
            "preferences.json",
            "second-factor.json",
            "security-events.json",
            "sessions.json");
    assertThat(parts.get("account.json")).contains(ann.email(), "Europe/Berlin");
    assertThat(parts.get("preferences.json")).contains("DARK");
    assertThat(parts.get("security-events.json")).contains("REGISTERED", "EXPORT_REQUESTED");
    assertThat(parts.values()).noneMatch(text -> text.contains("argon2") || text.contains("hash"));
    assertThat(http("GET", String.valueOf(address), null).statusCode()).isEqualTo(404);
    var events =
        graph.as(ann.accessToken()).send("{ me { securityEvents { edges { node { type } } } } }");
    assertThat(events.ok().body()).contains("EXPORT_REQUESTED", "EXPORT_DOWNLOADED");
  }

  @Test
  void of_many_that_fetch_at_once_one_gets_it_and_who_only_looks_takes_nothing() {
    var ann = somebody();
    var export = ready(ann);
    var address = String.valueOf(download(ann, export).data("downloadDataExport.url"));
    assertThat(http("HEAD", address, null).statusCode()).isEqualTo(405);
    var fetched =
        IntStream.range(0, 6)
            .mapToObj(index -> CompletableFuture.supplyAsync(() -> http("GET", address, null)))
            .toList();
    assertThat(fetched.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
        .containsOnlyOnce(200)
        .containsOnly(200, 404);
  }

  @Test
  void an_archive_lies_sealed() {
    var ann = somebody();
    var export = ready(ann);
    var kept =
        jdbc.sql("SELECT archive FROM data_export WHERE id = cast(? AS uuid)")
            .param(export)
            .query(byte[].class)
            .single();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1))
        .startsWith("ey")
        .doesNotContain("account.json");
  }

  @Test
  void a_copy_is_the_persons_alone_and_an_address_ends() {
    var ann = somebody();
    var export = ready(ann);
    var bob = somebody();
    assertThat(download(bob, export).data("downloadDataExport.errors.0.code"))
        .isEqualTo("NOT_FOUND");
    var address = String.valueOf(download(ann, export).data("downloadDataExport.url"));
    clock.ahead(Duration.ofMinutes(11));
    assertThat(http("GET", address, null).statusCode()).isEqualTo(404);
  }

  @Test
  void who_logged_in_long_ago_shows_first_that_it_is_them() {
    var ann = somebody();
    clock.ahead(Duration.ofMinutes(11));
    var renewed = refresh(ann.refreshToken()).ok().data("refreshSession.session.accessToken");
    var answer =
        mutate(
            graph.as(String.valueOf(renewed)),
            "requestDataExport",
            Map.of("format", "JSON"),
            "errors { code }");
    assertThat(answer.ok().data("requestDataExport.errors.0.code")).isEqualTo("STEP_UP_REQUIRED");
  }

  @Test
  void one_is_made_at_a_time_and_three_in_a_day() {
    var ann = somebody();
    jdbc.sql(
            "INSERT INTO data_export (id, account_id, requested_at, expires_at) VALUES (?, cast(? AS uuid), now(), now() + interval '1 day')")
        .params(Ids.next(), ann.id())
        .update();
    for (var time = 0; time < 3; time++) {
      assertThat(request(ann).data("requestDataExport.errors.0.code")).isEqualTo("CONFLICT");
    }
    assertThat(request(ann).data("requestDataExport.errors.0.code")).isEqualTo("TOO_MANY_ATTEMPTS");
  }

  @Test
  void to_make_one_again_after_a_crash_changes_nothing_and_sends_no_second_mail() {
    var ann = somebody();
    var export = UUID.fromString(ready(ann));
    awaitMail(ann, "Your LifeOS data is ready");
    var before = archive(export);
    maker.make(export);
    assertThat(archive(export)).isEqualTo(before);
    var bob = somebody();
    ready(bob);
    awaitMail(bob, "Your LifeOS data is ready");
    assertThat(MailBox.subjects(ann.email(), 0))
        .filteredOn("Your LifeOS data is ready"::equals)
        .hasSize(1);
  }

  @Test
  void what_a_replica_that_was_killed_had_begun_another_one_finishes() {
    var ann = somebody();
    var id = Ids.next();
    jdbc.sql(
            "INSERT INTO data_export (id, account_id, requested_at, expires_at) VALUES (?, cast(? AS uuid), now(), now() + interval '1 day')")
        .params(id, ann.id())
        .update();
    jdbc.sql(
            """
            INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            VALUES ('data-export', ?, now() - interval '1 minute', true, 'killed', now() - interval '1 minute', 2)
            """)
        .param(id.toString())
        .update();
    awaitMail(ann, "Your LifeOS data is ready");
    assertThat(graph.as(ann.accessToken()).send(LIST).ok().data("me.dataExports.0.status"))
        .isEqualTo("READY");
  }

  @Test
  void one_that_cannot_be_made_is_told_so() {
    var ann = somebody();
    var id = Ids.next();
    jdbc.sql(
            "INSERT INTO data_export (id, account_id, requested_at, expires_at) VALUES (?, cast(? AS uuid), now(), now() + interval '1 day')")
        .params(id, ann.id())
        .update();
    maker.giveUp(id);
    assertThat(graph.as(ann.accessToken()).send(LIST).ok().data("me.dataExports.0.status"))
        .isEqualTo("FAILED");
    assertThat(download(ann, id.toString()).data("downloadDataExport.errors.0.code"))
        .isEqualTo("NOT_ALLOWED");
    maker.make(id);
    assertThat(graph.as(ann.accessToken()).send(LIST).ok().data("me.dataExports.0.status"))
        .isEqualTo("FAILED");
  }

  @Test
  void after_seven_days_a_copy_is_gone() {
    var ann = somebody();
    var export = ready(ann);
    clock.ahead(Duration.ofDays(8));
    var later = String.valueOf(login(ann.email(), PASSWORD).ok().data("login.session.accessToken"));
    assertThat(graph.as(later).send(LIST).ok().list("me.dataExports")).isEmpty();
    exports.deleteExpired();
    assertThat(
            jdbc.sql("SELECT count(*) FROM data_export WHERE id = cast(? AS uuid)")
                .param(export)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private String archive(UUID export) {
    return jdbc.sql("SELECT encode(archive, 'hex') FROM data_export WHERE id = ?")
        .param(export)
        .query(String.class)
        .single();
  }

  /** The id of a copy, once it is ready. */
  private String ready(Somebody person) {
    var id = String.valueOf(request(person).data("requestDataExport.export.id"));
    var as = graph.as(person.accessToken());
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> "READY".equals(as.send(LIST).ok().data("me.dataExports.0.status")));
    return id;
  }

  private Answer request(Somebody person) {
    return mutate(
            graph.as(person.accessToken()),
            "requestDataExport",
            Map.of("format", "JSON"),
            "export { id status } errors { code }")
        .ok();
  }

  private Answer download(Somebody person, String export) {
    return mutate(
            graph.as(person.accessToken()),
            "downloadDataExport",
            Map.of("exportId", export),
            "url expiresAt errors { code }")
        .ok();
  }

  private static Map<String, String> unzipped(byte[] bytes) {
    var parts = new HashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return parts;
  }
}
