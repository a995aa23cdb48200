import { Module } from '@nestjs/common';
import { User } from './user.model';
import { UserResolver } from './user.resolver';
import { UsersService } from './users.service';

@Module({ providers: [UserResolver, UsersService] })
export class AuthModule {
  static readonly entities = [User];
}
