package dev.lifeos.starter.paging;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a connection: the sort keys of one item, the last of them unique. Opaque to clients. A
 * cursor that was tampered with, or belongs to another connection, fails with {@code
 * BAD_USER_INPUT}.
 */
public final class Cursor {

  // A control character, so that no key can contain it by accident.
  private static final String SEPARATOR = "\u001f";
  private static final int MAX_LENGTH = 1_000;

  private final List<String> keys;
  private final String connection;

  private Cursor(List<String> keys, String connection) {
    this.keys = keys;
    this.connection = connection;
  }

  /** The place of an item with these sort keys. */
  public static Cursor of(Object... keys) {
    return new Cursor(Arrays.stream(keys).map(Cursor::text).toList(), "");
  }

  /**
   * The same place, in that connection only.
   *
   * @param connection the field's name with its type's: {@code User.vitals}
   */
  public Cursor in(String connection) {
    return new Cursor(keys, connection);
  }

  /** Reads what a client sent for that connection. */
  public static Cursor decode(String encoded, String connection) {
    var keys = decode(encoded).keys;
    if (!keys.getFirst().equals(tag(connection))) {
      throw invalid();
    }
    return new Cursor(keys.subList(1, keys.size()), connection);
  }

  /** Reads what a client sent, where cursors belong to no connection. */
  public static Cursor decode(String encoded) {
    if (encoded.length() > MAX_LENGTH) {
      throw invalid();
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      return new Cursor(List.of(text.split(SEPARATOR, -1)), "");
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
  }

  /** What a client gets. */
  public String encode() {
    var tag = connection.isEmpty() ? Stream.<String>empty() : Stream.of(tag(connection));
    var text = Stream.concat(tag, keys.stream()).collect(Collectors.joining(SEPARATOR));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The key at that place as an instant. */
  public Instant instant(int index) {
    return read(index, Cursor::storable);
  }

  /** The key at that place as an id. */
  public UUID uuid(int index) {
    return read(index, UUID::fromString);
  }

  /** The key at that place as a day. */
  public LocalDate date(int index) {
    return read(index, LocalDate::parse);
  }

  /** The key at that place as a number. */
  public BigDecimal decimal(int index) {
    return read(index, BigDecimal::new);
  }

  /** The key at that place as a whole number. */
  public long number(int index) {
    return read(index, Long::parseLong);
  }

  /** The key at that place as it is. */
  public String text(int index) {
    return read(index, Function.identity());
  }

  private <T> T read(int index, Function<String, T> parse) {
    if (index >= keys.size()) {
      throw invalid();
    }
    try {
      return parse.apply(keys.get(index));
    } catch (RuntimeException malformed) {
      throw invalid();
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cursor cursor
        && keys.equals(cursor.keys)
        && connection.equals(cursor.connection);
  }

  @Override
  public int hashCode() {
    return Objects.hash(keys, connection);
  }

  // What lies outside PostgreSQL's timestamps was never in a cursor of ours.
  private static Instant storable(String text) {
    var instant = Instant.parse(text);
    var year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1 || year > 9999) {
      throw invalid();
    }
    return instant;
  }

  private static String tag(String connection) {
    return Integer.toHexString(connection.hashCode());
  }

  private static String text(Object key) {
    return key instanceof BigDecimal number ? number.toPlainString() : key.toString();
  }

  private static Fault invalid() {
    return new Fault(ErrorCode.BAD_USER_INPUT, "The cursor is not one of this connection.");
  }
}
