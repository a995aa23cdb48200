import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum CategoryKind {
  INCOME = 'INCOME',
  EXPENSE = 'EXPENSE',
  TRANSFER = 'TRANSFER',
  BY_SIGN = 'BY_SIGN',
}

const { INCOME, EXPENSE, TRANSFER, BY_SIGN } = CategoryKind;

const CATEGORIES = {
  INCOME: ['Income', INCOME],
  INVESTMENT_INCOME: ['Interest and dividends', INCOME],
  TRANSFER: ['Transfer', TRANSFER],
  REVALUATION: ['Change in value', TRANSFER],
  RENT_AND_MORTGAGE: ['Rent and mortgage', EXPENSE],
  UTILITIES: ['Utilities', EXPENSE],
  HOME: ['Home', EXPENSE],
  GROCERIES: ['Groceries', EXPENSE],
  DINING: ['Dining', EXPENSE],
  TRANSPORT: ['Transport', EXPENSE],
  TRAVEL: ['Travel', EXPENSE],
  HEALTH: ['Health', EXPENSE],
  PERSONAL_CARE: ['Personal care', EXPENSE],
  SHOPPING: ['Shopping', EXPENSE],
  ENTERTAINMENT: ['Entertainment', EXPENSE],
  SUBSCRIPTIONS: ['Subscriptions', EXPENSE],
  EDUCATION: ['Education', EXPENSE],
  CHILDREN: ['Children', EXPENSE],
  PETS: ['Pets', EXPENSE],
  INSURANCE: ['Insurance', EXPENSE],
  GIFTS_AND_DONATIONS: ['Gifts and donations', EXPENSE],
  LOAN_PAYMENTS: ['Loan payments', EXPENSE],
  FEES: ['Fees', EXPENSE],
  TAXES: ['Taxes', EXPENSE],
  OTHER: ['Other', EXPENSE],
  UNCATEGORIZED: ['Uncategorized', BY_SIGN],
} as const;

export type SpendingCategory = keyof typeof CATEGORIES;

export const SpendingCategory = Object.fromEntries(Object.keys(CATEGORIES).map((code) => [code, code]));

registerEnumType(CategoryKind, { name: 'CategoryKind' });
registerEnumType(SpendingCategory, { name: 'SpendingCategory' });

@ObjectType()
export class Category {
  @Field(() => ID)
  id: string;

  @Field(() => SpendingCategory, { nullable: true })
  code: SpendingCategory;

  @Field(() => String)
  name: string;

  @Field(() => CategoryKind)
  kind: CategoryKind;
}

/** The built-in categories by their codes. */
export const categories = Object.fromEntries(
  Object.entries(CATEGORIES).map(([code, [name, kind]]) => [code, { id: code, code, name, kind }]),
) as Record<SpendingCategory, Category>;
