import { script } from './databases.js';
import { slices } from './slices.js';
import { remember } from './state.js';

/** @typedef {import('./databases.js').Database} Database */
/** @typedef {import('./plan.js').Stream} Stream */
/** @typedef {import('./state.js').Wanted} Wanted */
/** @typedef {import('pg').Client} Client */
/** @typedef {(line: string) => void} Log */

// What takes longer, in milliseconds, is worth a line.
const LONG = 1_000;

// Commits stay synchronous: there is one, and the vacuum right behind it marks no page as all visible whose commit is not
// yet on disk.
const SETTINGS = `
  SET maintenance_work_mem = '512MB';
  SET work_mem = '256MB';
  SET jit = off;
  SET timezone = 'UTC';
`;

/**
 * Puts the data of one database in. All is one transaction: where it fails, the indexes are as they were.
 *
 * @param {Client} client
 * @param {Database} database
 * @param {Wanted} wanted
 * @param {Stream[]} streams
 * @param {Log} log
 */
export async function load(client, database, wanted, streams, log) {
  const since = Date.now();
  const tell = (/** @type {string} */ what) => log(`${database.name}: ${what} after ${((Date.now() - since) / 1_000).toFixed(1)} s`);
  await client.query(SETTINGS);
  await client.query('BEGIN');
  try {
    await fill(client, database, wanted, streams, tell);
    await client.query('COMMIT');
  } catch (problem) {
    await client.query('ROLLBACK');
    throw problem;
  }
  // Index-only scans need the visibility map; a benchmark shall not run into the checkpoint of its data.
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
  await remember(client, database, wanted);
  tell('ready');
}

/**
 * @param {Client} client
 * @param {Database} database
 * @param {Wanted} wanted
 * @param {Stream[]} streams
 * @param {Log} tell
 */
async function fill(client, database, { seed, parameters, until }, streams, tell) {
  await client.query(script(database.name));
  await client.query('CALL bench.fill_people($1, $2, $3)', [seed, parameters.people, parameters.heavy]);
  await client.query('CALL bench.fill_streams($1)', [JSON.stringify(streams)]);
  await client.query('CALL bench.clear()');
  await client.query('CALL bench.drop_secondary()');
  await client.query('CALL bench.prepare($1)', [seed]);
  await client.query('ANALYZE bench.person, bench.stream');
  await fillSlices(client, seed, slices(streams.filter(({ domain }) => domain === database.sliced), until), tell);
  await client.query('CALL bench.finish($1, $2)', [seed, until.toISOString()]);
  if (database.name === 'auth') await fillSessions(client, seed);
  await restoreSecondary(client, tell);
}

/**
 * @param {Client} client
 * @param {number} seed
 */
export async function fillSessions(client, seed) {
  await client.query('CALL bench.fill_sessions($1)', [seed]);
}

/**
 * @param {Client} client
 * @param {number} seed
 * @param {import('./slices.js').Slice[]} all
 * @param {Log} tell
 */
async function fillSlices(client, seed, all, tell) {
  const step = Math.ceil(all.length / 8);
  for (const [index, { since, until }] of all.entries()) {
    await client.query('CALL bench.fill_slice($1, $2, $3)', [seed, since.toISOString(), until.toISOString()]);
    if ((index + 1) % step === 0) tell(`${index + 1} of ${all.length} slices`);
  }
}

/**
 * @param {Client} client
 * @param {Log} tell
 */
async function restoreSecondary(client, tell) {
  const { rows } = await client.query('SELECT name, definition FROM taken_away ORDER BY place');
  for (const { name, definition } of rows) {
    const since = Date.now();
    await client.query(definition);
    if (Date.now() - since > LONG) tell(`${name} made`);
  }
}
