import { Directive, Field, ObjectType } from '@nestjs/graphql';
import { decimal } from '../common/decimals';
import { CurrencyCode, Decimal } from '../common/scalars';

@ObjectType()
@Directive('@shareable')
export class Money {
  @Field(() => Decimal)
  amount: string;

  @Field(() => CurrencyCode)
  currency: string;
}

const decimals = new Map<string, number>();

/** An amount with as many decimals as the currency has. */
export function money(amount: string, currency: string): Money {
  return { amount: decimal(amount, decimalsOf(currency)), currency };
}

function decimalsOf(currency: string): number {
  let known = decimals.get(currency);
  if (known === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    known = format.resolvedOptions().maximumFractionDigits ?? 0;
    decimals.set(currency, known);
  }
  return known;
}
