import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';

/** SQL with a name, under which each connection prepares it once. */
export interface Statement {
  name: string;
  text: string;
}

/** Runs prepared statements on TypeORM's connections; its own `query` has the server parse and plan each time. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  async rows<T extends QueryResultRow>(statement: Statement, values: unknown[]): Promise<T[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client: PoolClient = await runner.connect();
      return (await client.query<T>({ ...statement, values })).rows;
    } finally {
      await runner.release();
    }
  }
}
