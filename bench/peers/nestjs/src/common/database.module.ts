import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database } from './database';
import { readTimesAsText } from './pg-types';
import { settings } from './settings';

readTimesAsText();

@Global()
@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: settings.databaseUrl,
      synchronize: false,
      logging: false,
      installExtensions: false,
      poolSize: settings.poolSize,
      extra: { options: '-c timezone=UTC -c statement_timeout=10000', keepAlive: true, idleTimeoutMillis: 0 },
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
