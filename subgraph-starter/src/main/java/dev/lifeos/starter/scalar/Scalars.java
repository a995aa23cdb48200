package dev.lifeos.starter.scalar;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsRuntimeWiring;
import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;

/** Wires the scalars that the shared schema declares and describes. */
// Public, since DGS calls it without making it accessible.
@DgsComponent
public class Scalars {

  /** Adds the scalars. */
  @DgsRuntimeWiring
  public RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
    return wiring
        .scalar(
            scalar(
                "DateTime",
                "Not a time of RFC 3339, such as 2026-03-01T06:30:00Z.",
                Instant.class,
                Parsers::dateTime,
                Instant::toString))
        .scalar(
            scalar(
                "LocalDate",
                "Not a day of ISO 8601, such as 2026-03-01.",
                LocalDate.class,
                Parsers::localDate,
                LocalDate::toString))
        .scalar(
            scalar(
                "LocalTime",
                "Not a time of day of ISO 8601, such as 22:30:00.",
                LocalTime.class,
                LocalTime::parse,
                DateTimeFormatter.ISO_LOCAL_TIME::format))
        .scalar(
            scalar(
                "TimeZone",
                "Not an IANA time zone, such as Europe/Berlin.",
                ZoneId.class,
                Parsers::timeZone,
                ZoneId::getId))
        .scalar(
            scalar(
                "Decimal",
                "Not a decimal number, or one of too many digits.",
                BigDecimal.class,
                Parsers::decimal,
                BigDecimal::toPlainString))
        .scalar(
            scalar(
                "CurrencyCode",
                "Not an ISO 4217 currency code.",
                Currency.class,
                Currency::getInstance,
                Currency::getCurrencyCode))
        .scalar(
            scalar(
                "EmailAddress",
                "Not an e-mail address.",
                String.class,
                Parsers::email,
                Function.identity()))
        .scalar(
            scalar(
                "PhoneNumber",
                "Not a telephone number of E.164, such as +4930123456.",
                String.class,
                Parsers::phoneNumber,
                Function.identity()))
        .scalar(
            scalar(
                "URL",
                "Not an absolute https or http URL.",
                URI.class,
                Parsers::url,
                URI::toString))
        .scalar(
            scalar(
                "Locale",
                "Not a BCP 47 language tag, such as de-CH.",
                Locale.class,
                Parsers::locale,
                Locale::toLanguageTag))
        // Without a description of its own, so that the schema's is served.
        .scalar(ExtendedScalars.Json.transform(json -> json.description(null)));
  }

  private static <T> GraphQLScalarType scalar(
      String name,
      String refusal,
      Class<T> type,
      Function<String, T> parse,
      Function<T, String> format) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(new TextCoercing<>(refusal, type, parse, format))
        .build();
  }
}
