import { Injectable } from '@nestjs/common';
import { Database } from '../common/database';
import { type Page, type PageArgs, keyset, pages } from '../common/paging';
import { type SpendingCategory, categories } from './category.model';
import { money } from './money.model';
import type { Transaction } from './transaction.model';

const PAGE = {
  name: 'transactions',
  text: `
    SELECT t.* FROM unnest($1::uuid[]) AS o (id)
    CROSS JOIN LATERAL (
      SELECT t.id, t.user_id AS "ownerId", t.amount, t.currency, t.booked_on AS date, t.description,
        t.merchant_name AS "merchantName", t.category, t.status, t.created_at AS "createdAt",
        t.updated_at AS "updatedAt"
      FROM transaction t
      WHERE t.user_id = o.id AND (t.booked_on, t.id) < ($2, $3)
      ORDER BY t.booked_on DESC, t.id DESC
      LIMIT $4) t
    ORDER BY t."ownerId", t.date DESC, t.id DESC`,
};

type Row = Omit<Transaction, 'amount' | 'category'> & {
  amount: string;
  currency: string;
  category: SpendingCategory;
};

@Injectable()
export class TransactionsService {
  constructor(private readonly database: Database) {}

  readonly ofPeople = async (people: readonly string[], args: PageArgs): Promise<Page<Transaction>[]> => {
    const rows = await this.database.rows<Row>(PAGE, [people, ...keyset(args)]);
    return pages(people, rows.map(transaction), args, ({ date }) => date);
  };
}

function transaction(row: Row): Transaction {
  return { ...row, amount: money(row.amount, row.currency), category: categories[row.category] };
}
