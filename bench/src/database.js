import pg from 'pg';

/**
 * Runs statements as the superuser in one database.
 *
 * @template T
 * @param {import('./platform.js').Platform} platform
 * @param {string} database
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inDatabase(platform, database, work) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: platform.part('postgres').port,
    user: 'postgres',
    password: platform.password('postgres'),
    database,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
