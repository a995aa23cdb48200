package dev.lifeos.starter.scalar;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.lifeos.starter.time.Zones;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the scalars are read; each throws an unchecked exception on what it does not accept. */
final class Parsers {

  private static final int MAX_DIGITS = 38;
  private static final int MAX_SCALE = 18;
  private static final int MAX_EMAIL = 254;
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");

  private Parsers() {}

  /** The years of RFC 3339, which are also those that a database can keep. */
  static Instant dateTime(String text) {
    var time = OffsetDateTime.parse(text);
    if (time.getYear() < 1 || time.getYear() > 9999) {
      throw new IllegalArgumentException();
    }
    return time.toInstant();
  }

  static LocalDate localDate(String text) {
    var day = LocalDate.parse(text);
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new IllegalArgumentException();
    }
    return day;
  }

  static ZoneId timeZone(String text) {
    return Zones.find(text).orElseThrow(IllegalArgumentException::new);
  }

  /** Bounded, since {@code 1e999999999} is a short text and a long number. */
  static BigDecimal decimal(String text) {
    var number = new BigDecimal(text.strip());
    var tooLong = number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_SCALE;
    if (tooLong) {
      throw new IllegalArgumentException();
    }
    return number;
  }

  static String email(String text) {
    var address = text.strip();
    if (address.length() > MAX_EMAIL || !EMAIL.matcher(address).matches()) {
      throw new IllegalArgumentException();
    }
    return address;
  }

  static String phoneNumber(String text) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(text, null);
      if (!numbers.isPossibleNumber(number)) {
        throw new IllegalArgumentException();
      }
      return numbers.format(number, PhoneNumberFormat.E164);
    } catch (NumberParseException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  static URI url(String text) {
    var url = URI.create(text);
    var isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!isWeb || url.getHost() == null) {
      throw new IllegalArgumentException();
    }
    return url;
  }

  static Locale locale(String text) {
    try {
      var locale = new Locale.Builder().setLanguageTag(text).build();
      if (locale.getLanguage().isEmpty()) {
        throw new IllegalArgumentException();
      }
      return locale;
    } catch (IllformedLocaleException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
