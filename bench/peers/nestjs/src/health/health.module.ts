import { Module } from '@nestjs/common';
import { User } from '../common/user.model';
import { UserResolver } from './user.resolver';
import { VitalsService } from './vitals.service';

@Module({ providers: [UserResolver, VitalsService] })
export class HealthModule {
  static readonly entities = [User];
}
