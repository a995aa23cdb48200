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
        .scalar(scalar("DateTime", Instant.class, Parsers::dateTime, Instant::toString))
        .scalar(scalar("LocalDate", LocalDate.class, Parsers::localDate, LocalDate::toString))
        .scalar(
            scalar(
                "LocalTime",
                LocalTime.class,
                LocalTime::parse,
                DateTimeFormatter.ISO_LOCAL_TIME::format))
        .scalar(scalar("TimeZone", ZoneId.class, Parsers::timeZone, ZoneId::getId))
        .scalar(scalar("Decimal", BigDecimal.class, Parsers::decimal, BigDecimal::toPlainString))
        .scalar(
            scalar(
                "CurrencyCode", Currency.class, Currency::getInstance, Currency::getCurrencyCode))
        .scalar(scalar("EmailAddress", String.class, Parsers::email, Function.identity()))
        .scalar(scalar("PhoneNumber", String.class, Parsers::phoneNumber, Function.identity()))
        .scalar(scalar("URL", URI.class, Parsers::url, URI::toString))
        .scalar(scalar("Locale", Locale.class, Parsers::locale, Locale::toLanguageTag))
        .scalar(ExtendedScalars.Json);
  }

  private static <T> GraphQLScalarType scalar(
      String name, Class<T> type, Function<String, T> parse, Function<T, String> format) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(new TextCoercing<>(name, type, parse, format))
        .build();
  }
}
