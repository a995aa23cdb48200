import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inDatabase } from './database.js';
import { SUBGRAPHS } from './platform.js';

/** Longer than the server takes to write what it has logged. */
const LOGGED_WITHIN_MILLISECONDS = 500;

/** What starts each line of the server's log while statements are recorded; no statement contains it. */
const MARK = '¶';

/**
 * @typedef {object} Statement
 * @property {string} database
 * @property {string} sql with its parameters as literals
 */

/**
 * What an operation costs in SQL: PostgreSQL logs every statement while it runs.
 *
 * @param {import('./platform.js').Platform} platform
 * @param {() => Promise<unknown>} operation
 * @returns {Promise<Statement[]>}
 */
export async function statementsOf(platform, operation) {
  const log = join(platform.home, 'logs/postgres.log');
  const set = (/** @type {string[]} */ settings) =>
    inDatabase(platform, 'postgres', async (client) => {
      for (const setting of settings) await client.query(`ALTER SYSTEM ${setting}`);
      await client.query('SELECT pg_reload_conf()');
    });
  await set(['SET log_min_duration_statement = 0', `SET log_line_prefix = '${MARK}%d${MARK}'`]);
  await pause(LOGGED_WITHIN_MILLISECONDS);
  const from = statSync(log).size;
  try {
    await operation();
    await pause(LOGGED_WITHIN_MILLISECONDS);
  } finally {
    await set(['RESET log_min_duration_statement', 'RESET log_line_prefix']);
  }
  return parse(readFileSync(log).subarray(from).toString());
}

/**
 * @param {string} log
 * @returns {Statement[]}
 */
export function parse(log) {
  const entries = log.split(new RegExp(`^${MARK}`, 'm')).map((entry) => entry.split(MARK));
  return entries.flatMap(([database = '', text = ''], index) => {
    const sql = /execute [^:]*: ([\s\S]*)/.exec(text)?.[1];
    if (!sql || !SUBGRAPHS.includes(database)) return [];
    const detail = entries[index + 1]?.[1] ?? '';
    const given = /parameters: ([\s\S]*)/i.exec(detail)?.[1] ?? '';
    return [{ database, sql: literals(sql.trim(), given) }];
  });
}

/**
 * @param {string} sql
 * @param {string} given as in the log: $1 = 'a', $2 = NULL
 */
function literals(sql, given) {
  const values = new Map([...given.matchAll(/\$(\d+) = (NULL|'(?:[^']|'')*')/g)].map(([, place, value]) => [place, value]));
  return sql.replace(/\$(\d+)/g, (whole, place) => values.get(place) ?? whole);
}
