import { Module } from '@nestjs/common';
import { User } from '../common/user.model';
import { TransactionsService } from './transactions.service';
import { UserResolver } from './user.resolver';

@Module({ providers: [UserResolver, TransactionsService] })
export class FinanceModule {
  static readonly entities = [User];
}
