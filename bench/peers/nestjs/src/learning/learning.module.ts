import { Module } from '@nestjs/common';
import { User } from '../common/user.model';
import { ProgressService } from './progress.service';
import { UserResolver } from './user.resolver';

@Module({ providers: [UserResolver, ProgressService] })
export class LearningModule {
  static readonly entities = [User];
}
