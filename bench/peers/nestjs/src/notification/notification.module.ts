import { Module } from '@nestjs/common';
import { User } from '../common/user.model';
import { NotificationConnectionResolver } from './notification-connection.resolver';
import { NotificationsService } from './notifications.service';
import { UserResolver } from './user.resolver';

@Module({ providers: [UserResolver, NotificationConnectionResolver, NotificationsService] })
export class NotificationModule {
  static readonly entities = [User];
}
