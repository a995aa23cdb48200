import { GraphQLScalarType } from 'graphql';

// Values come from the database as the texts that clients get, see `pg-types.ts`.
function text(name: string): GraphQLScalarType<string> {
  return new GraphQLScalarType<string>({ name });
}

export const DateTime = text('DateTime');
export const LocalDate = text('LocalDate');
export const Decimal = text('Decimal');
export const CurrencyCode = text('CurrencyCode');
export const EmailAddress = text('EmailAddress');
export const PhoneNumber = text('PhoneNumber');
export const TimeZone = text('TimeZone');
export const Locale = text('Locale');
