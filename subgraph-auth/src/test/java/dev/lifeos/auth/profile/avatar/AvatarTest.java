package dev.lifeos.auth.profile.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.profile.ProfileTest;
import dev.lifeos.test.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AvatarTest extends ProfileTest {

  private static final String SECRET = "taken at 52.5200N 13.4050E";
  private static final String WEBP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=";

  @Autowired private Avatars avatars;
  @Autowired private JdbcClient jdbc;

  @Test
  void a_picture_is_a_square_in_three_sizes_at_addresses_that_never_change() {
    var ann = somebody();
    assertThat(avatar(ann, "LARGE")).isNull();
    var answer = put(upload(ann), Pixels.jpeg(900, 600));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"url\":\"" + avatar(ann, "LARGE") + "\"}");
    for (var size : AvatarSize.values()) {
      var file = get(String.valueOf(avatar(ann, size.name())));
      assertThat(file.headers().firstValue("Content-Type")).contains("image/jpeg");
      assertThat(file.headers().firstValue("Cache-Control"))
          .contains("max-age=31536000, public, immutable");
      assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      var image = Pixels.read(file.body());
      assertThat(image.getWidth()).isEqualTo(size.pixels());
      assertThat(image.getHeight()).isEqualTo(size.pixels());
      var quarter = size.pixels() / 4;
      assertThat(Pixels.isRed(image.getRGB(quarter, quarter))).isTrue();
      assertThat(Pixels.isBlue(image.getRGB(3 * quarter, quarter))).isTrue();
    }
    var file = get(String.valueOf(avatar(ann, "SMALL")));
    var known = file.headers().firstValue("ETag").orElseThrow();
    var again = http("GET", String.valueOf(avatar(ann, "SMALL")), null, "If-None-Match", known);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void nothing_is_left_of_where_a_picture_was_taken_and_it_stands_upright() {
    var ann = somebody();
    var sideways = Pixels.withExif(Pixels.jpeg(600, 600), 6, SECRET);
    assertThat(new String(sideways, StandardCharsets.ISO_8859_1)).contains(SECRET);
    assertThat(put(upload(ann), sideways).statusCode()).isEqualTo(201);
    var file = get(String.valueOf(avatar(ann, "LARGE")));
    assertThat(new String(file.body(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET, "Exif");
    var image = Pixels.read(file.body());
    assertThat(Pixels.isRed(image.getRGB(256, 100))).isTrue();
    assertThat(Pixels.isBlue(image.getRGB(256, 400))).isTrue();
  }

  @Test
  void what_is_transparent_stays_so_and_webp_is_read() {
    var ann = somebody();
    var asForm = "application/x-www-form-urlencoded";
    assertThat(put(upload(ann), Pixels.png(300, 300), "Content-Type", asForm).statusCode())
        .isEqualTo(201);
    assertThat(get(String.valueOf(avatar(ann, "SMALL"))).headers().firstValue("Content-Type"))
        .contains("image/png");
    assertThat(put(upload(ann), Base64.getDecoder().decode(WEBP)).statusCode()).isEqualTo(201);
    assertThat(Pixels.read(get(String.valueOf(avatar(ann, "SMALL"))).body()).getWidth())
        .isEqualTo(64);
  }

  @Test
  void where_the_marks_of_a_webp_say_that_it_lies_on_its_side_it_is_turned() {
    var simple = Base64.getDecoder().decode(WEBP);
    assertThat(Exif.orientation(PictureKind.WEBP, simple)).isEqualTo(Orientation.TOP_LEFT);
    assertThat(Exif.orientation(PictureKind.WEBP, Pixels.withExifChunk(simple, 8)))
        .isEqualTo(Orientation.LEFT_BOTTOM);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1_000_000_000})
  void marks_that_tell_of_a_wrong_length_are_passed_over(int length) {
    var file = Pixels.withExifChunk(Base64.getDecoder().decode(WEBP), 8);
    var place = new String(file, StandardCharsets.ISO_8859_1).indexOf("EXIF") + 4;
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(place, length);
    assertThat(Exif.orientation(PictureKind.WEBP, file))
        .isIn(Orientation.TOP_LEFT, Orientation.LEFT_BOTTOM);
  }

  static Stream<Arguments> attacks() {
    var jpeg = Pixels.jpeg(300, 300);
    var png = Pixels.written(noise(300), "png");
    return Stream.of(
        Arguments.of("a script", bytes("<script>alert(1)</script>"), 415),
        Arguments.of("SVG", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), 415),
        Arguments.of("GIF", bytes("GIF89a\u0001\0\u0001\0\0\0\0"), 415),
        Arguments.of("nothing", new byte[0], 415),
        Arguments.of("a PNG's beginning and a script", bytes("\u0089PNG\r\n\u001a\n<script>"), 422),
        Arguments.of("a JPEG's beginning alone", Arrays.copyOf(jpeg, 3), 422),
        Arguments.of("a WebP's beginning alone", bytes("RIFF\0\0\0\0WEBPVP8 "), 422),
        Arguments.of(
            "a JPEG cut off", Arrays.copyOf(Pixels.written(noise(300), "jpeg"), 9_000), 422),
        Arguments.of("a PNG cut off", Arrays.copyOf(png, png.length / 2), 422),
        Arguments.of("a huge PNG by its header", Pixels.pngClaiming(50_000, 50_000), 422),
        Arguments.of("a long PNG by its header", Pixels.pngClaiming(2_000_000_000, 1), 422),
        Arguments.of("a huge JPEG by its header", Pixels.claiming(jpeg, 50_000, 50_000), 422));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void what_is_no_picture_or_a_bad_one_is_refused(String what, byte[] bytes, int status) {
    var ann = somebody();
    var answer = put(upload(ann), bytes, "Content-Type", "image/png");
    assertThat(answer.statusCode()).as(what).isEqualTo(status);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("BAD_USER_INPUT", "correlationId")
        .doesNotContain("Exception");
    assertThat(avatar(ann, "SMALL")).isNull();
  }

  @Test
  void of_a_file_that_is_a_picture_and_something_else_the_picture_is_left() {
    var ann = somebody();
    var both = new java.io.ByteArrayOutputStream();
    both.writeBytes(Pixels.jpeg(300, 300));
    both.writeBytes(bytes("<?php system($_GET['c']); ?><script>alert(1)</script>PK\u0003\u0004"));
    assertThat(put(upload(ann), both.toByteArray()).statusCode()).isEqualTo(201);
    assertThat(
            new String(
                get(String.valueOf(avatar(ann, "LARGE"))).body(), StandardCharsets.ISO_8859_1))
        .doesNotContain("<?php", "<script>");
  }

  @Test
  void a_text_that_unpacks_to_a_thousand_times_its_size_is_not_unpacked() {
    var bomb = Pixels.pngWithPackedText(300_000_000);
    assertThat(bomb.length).isLessThan(AvatarUpload.MAX_BYTES);
    assertThat(put(upload(somebody()), bomb).statusCode()).isIn(201, 422);
  }

  @Test
  void large_pictures_are_read_in_strips() {
    var square = Pixels.written(Pixels.halves(5_000, 4_900, BufferedImage.TYPE_BYTE_GRAY), "png");
    var banner = Pixels.png(12_000, 2_040);
    var answers =
        Stream.of(square, banner, square, banner)
            .map(bytes -> Map.entry(upload(somebody()), bytes))
            .map(sent -> CompletableFuture.supplyAsync(() -> put(sent.getKey(), sent.getValue())))
            .toList();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(201));
  }

  @Test
  void of_what_is_unpacked_whole_less_is_taken() {
    var ann = somebody();
    assertThat(put(upload(ann), Pixels.progressive(1_000, 800)).statusCode()).isEqualTo(201);
    assertThat(put(upload(ann), Pixels.jpeg(4_000, 3_400)).statusCode()).isEqualTo(201);
    assertThat(put(upload(ann), Pixels.progressive(4_000, 3_400)).statusCode()).isEqualTo(422);
  }

  @Test
  void too_many_bytes_are_refused_whether_they_are_announced_or_not() {
    var ann = somebody();
    var large = Arrays.copyOf(Pixels.jpeg(300, 300), AvatarUpload.MAX_BYTES + 1);
    assertThat(put(upload(ann), large).statusCode()).isEqualTo(413);
    var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    assertThat(http("PUT", upload(ann), endless).statusCode()).isEqualTo(413);
    var longer = Arrays.copyOf(large, 6_000_000);
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(longer));
    assertThat(http("PUT", upload(ann), chunked).statusCode()).isEqualTo(413);
    assertThat(avatar(ann, "SMALL")).isNull();
    var answer = create(ann, AvatarUpload.MAX_BYTES + 1).ok();
    assertThat(answer.data("createAvatarUpload.errors.0.code")).isEqualTo("OUT_OF_RANGE");
  }

  @Test
  void an_address_is_good_once_however_many_send_at_once() {
    var ann = somebody();
    var address = upload(ann);
    var sent =
        IntStream.range(0, 6)
            .mapToObj(
                index -> CompletableFuture.supplyAsync(() -> put(address, Pixels.jpeg(100, 100))))
            .toList();
    assertThat(sent.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
        .containsOnlyOnce(201)
        .containsOnly(201, 404);
    assertThat(put(address, Pixels.jpeg(100, 100)).statusCode()).isEqualTo(404);
  }

  @Test
  void an_address_ends_after_ten_minutes_and_no_other_is_known() {
    var ann = somebody();
    var address = upload(ann);
    clock.ahead(Duration.ofMinutes(11));
    assertThat(put(address, Pixels.jpeg(100, 100)).statusCode()).isEqualTo(404);
    clock.ahead(Duration.ZERO);
    var guessed = address.substring(0, address.length() - 4) + "AAAA";
    assertThat(put(guessed, Pixels.jpeg(100, 100)).statusCode()).isEqualTo(404);
  }

  @Test
  void an_address_sets_the_picture_of_whom_it_was_given_to_and_of_nobody_else() {
    var ann = somebody();
    var bob = somebody();
    var address = upload(ann);
    var stolen = put(address, Pixels.jpeg(90, 90), "Authorization", "Bearer " + bob.accessToken());
    assertThat(stolen.statusCode()).isEqualTo(404);
    assertThat(put(address, Pixels.jpeg(100, 100)).statusCode()).isEqualTo(201);
    assertThat(avatar(ann, "SMALL")).isNotNull();
    assertThat(avatar(bob, "SMALL")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/avatars/..%2f..%2f..%2fetc%2fpasswd",
        "/avatars/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/avatars/....//....//etc/passwd",
        "/avatars/..;/actuator/env",
        "/avatars/%00.64.png",
        "/avatars/AAAAAAAAAAAAAAAAAAAAAA.64.jpg",
        "/avatars/AAAAAAAAAAAAAAAAAAAAAA.65.jpg",
        "/avatars/new123.part"
      })
  void no_other_file_is_ever_given_out(String path) {
    assertThat(get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void a_picture_that_was_replaced_or_removed_is_gone() throws IOException {
    var ann = somebody();
    put(upload(ann), Pixels.jpeg(100, 100));
    var first = String.valueOf(avatar(ann, "SMALL"));
    put(upload(ann), Pixels.jpeg(100, 100));
    var second = String.valueOf(avatar(ann, "SMALL"));
    assertThat(get(first).statusCode()).isEqualTo(404);
    assertThat(get(second).statusCode()).isEqualTo(200);
    assertThat(delete(ann, Map.of("avatar", first)).ok().data("deleteAvatar.errors.0.code"))
        .isEqualTo("CONFLICT");
    assertThat(delete(ann, Map.of("avatar", second)).ok().data("deleteAvatar.user.id"))
        .isEqualTo(ann.id());
    assertThat(get(second).statusCode()).isEqualTo(404);
    assertThat(avatar(ann, "SMALL")).isNull();
    assertThat(delete(ann, Map.of()).ok().list("deleteAvatar.errors")).isEmpty();
    try (var files = Files.list(PICTURES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> first.contains(name) || second.contains(name));
    }
  }

  @Test
  void of_many_pictures_at_once_one_is_shown_and_the_others_leave_nothing() {
    var ann = somebody();
    var addresses = Stream.generate(() -> upload(ann)).limit(5).toList();
    var sent =
        addresses.stream()
            .map(
                address -> CompletableFuture.supplyAsync(() -> put(address, Pixels.jpeg(100, 100))))
            .toList();
    assertThat(sent).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(201));
    assertThat(rows(ann)).hasSize(1);
    assertThat(get(String.valueOf(avatar(ann, "LARGE"))).statusCode()).isEqualTo(200);
  }

  @Test
  void what_a_crash_left_and_what_a_deleted_account_had_is_removed() {
    var ann = somebody();
    put(upload(ann), Pixels.jpeg(100, 100));
    var shown = String.valueOf(avatar(ann, "SMALL"));
    var begun = "BBBBBBBBBBBBBBBBBBBBBB";
    jdbc.sql(
            "INSERT INTO avatar (name, account_id, extension, created_at) VALUES (?, cast(? AS uuid), 'jpg', now())")
        .params(begun, ann.id())
        .update();
    avatars.removeLeftOver();
    assertThat(rows(ann)).hasSize(2);
    clock.ahead(Duration.ofHours(2));
    avatars.removeLeftOver();
    assertThat(rows(ann)).hasSize(1).doesNotContain(begun);
    jdbc.sql("DELETE FROM account WHERE id = cast(? AS uuid)").param(ann.id()).update();
    avatars.removeLeftOver();
    assertThat(get(shown).statusCode()).isEqualTo(404);
  }

  private List<String> rows(Somebody person) {
    return jdbc.sql("SELECT name FROM avatar WHERE account_id = cast(? AS uuid)")
        .param(person.id())
        .query((row, number) -> row.getString(1))
        .list();
  }

  private String upload(Somebody person) {
    return String.valueOf(create(person, 5_000_000).ok().data("createAvatarUpload.url"));
  }

  private Answer create(Somebody person, int size) {
    return mutate(
        graph.as(person.accessToken()),
        "createAvatarUpload",
        Map.of("size", size),
        "url expiresAt errors { code path }");
  }

  private Answer delete(Somebody person, Map<String, ?> input) {
    return mutate(
        graph.as(person.accessToken()), "deleteAvatar", input, "user { id } errors { code }");
  }

  private @Nullable String avatar(Somebody person, String size) {
    return graph
        .as(person.accessToken())
        .send("{ me { avatar(size: %s) } }".formatted(size))
        .ok()
        .data("me.avatar");
  }

  private HttpResponse<byte[]> put(String address, byte[] bytes, String... headers) {
    return http("PUT", address, BodyPublishers.ofByteArray(bytes), headers);
  }

  private HttpResponse<byte[]> get(String address) {
    return http("GET", address, null);
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static BufferedImage noise(int side) {
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var random = new java.util.Random(1);
    for (var pixel = 0; pixel < side * side; pixel++) {
      image.setRGB(pixel % side, pixel / side, random.nextInt());
    }
    return image;
  }
}
