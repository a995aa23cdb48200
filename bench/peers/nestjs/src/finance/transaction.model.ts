import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../common/paging';
import { DateTime, LocalDate } from '../common/scalars';
import { Category } from './category.model';
import { Money } from './money.model';

export enum TransactionStatus {
  PENDING = 'PENDING',
  POSTED = 'POSTED',
}

registerEnumType(TransactionStatus, { name: 'TransactionStatus' });

@ObjectType()
export class Transaction {
  ownerId: string;

  @Field(() => ID)
  id: string;

  @Field(() => Money)
  amount: Money;

  @Field(() => LocalDate)
  date: string;

  @Field(() => String)
  description: string;

  @Field(() => String, { nullable: true })
  merchantName: string | null;

  @Field(() => Category)
  category: Category;

  @Field(() => TransactionStatus)
  status: TransactionStatus;

  @Field(() => DateTime)
  createdAt: string;

  @Field(() => DateTime)
  updatedAt: string;
}

@ObjectType()
export class TransactionConnection extends Connection(Transaction) {}
