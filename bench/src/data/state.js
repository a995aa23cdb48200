import { generator } from './databases.js';

/** @typedef {import('./databases.js').Database} Database */
/** @typedef {import('./sizes.js').Parameters} Parameters */
/** @typedef {import('pg').Client} Client */

/**
 * What is wanted.
 *
 * @typedef {object} Wanted
 * @property {keyof typeof import('./sizes.js').SIZES} size
 * @property {number} seed
 * @property {Parameters} parameters
 * @property {Date} until
 */

const DAY = 86_400_000;
const FRESH_DAYS = 7;

/**
 * @param {Client} client
 * @param {Database} database
 * @throws {Error} where the data of people of flesh and blood would be lost
 */
export async function refuseIfInhabited(client, { name, inhabited }) {
  const { rows } = await client.query(`SELECT to_regclass('bench.data_set') IS NULL AND ${inhabited} AS others`);
  if (!rows[0].others) return;
  throw new Error(`The database ${name} has data of people that the benchmark did not make: give it a LifeOS of its own (LIFEOS_HOME).`);
}

/**
 * @param {Client} client
 * @param {Database} database
 * @param {Omit<Wanted, 'until'>} wanted
 * @returns {Promise<Date | undefined>} until when the data goes, where it is otherwise what is wanted
 */
export async function dataUntil(client, { name }, { seed, parameters }) {
  const { rows } = await client.query(`SELECT to_regclass('bench.data_set') IS NOT NULL AS made`);
  if (!rows[0].made) return undefined;
  const found = await client.query(
    'SELECT until FROM bench.data_set WHERE seed = $1 AND parameters = $2 AND generator = $3',
    [seed, JSON.stringify(parameters), generator(name)],
  );
  return found.rows[0]?.until;
}

/**
 * Without a time that is asked for, data that ended lately is good enough: charts of the last month have it.
 *
 * @param {(Date | undefined)[]} ends of the databases
 * @param {Date} now
 * @returns {Date}
 */
export function untilOf(ends, now) {
  const today = new Date(Math.floor(now.getTime() / DAY) * DAY);
  const latest = ends.reduce((a, b) => (a && (!b || a > b) ? a : b), undefined);
  const isFresh = latest !== undefined && latest <= today && today.getTime() - latest.getTime() <= FRESH_DAYS * DAY;
  return isFresh ? latest : today;
}

/**
 * @param {Client} client
 * @param {Database} database
 * @param {Wanted} wanted
 */
export async function remember(client, { name }, { size, seed, parameters, until }) {
  await client.query('INSERT INTO bench.data_set VALUES ($1, $2, $3, $4, $5, $6, now())', [
    size,
    seed,
    parameters.people,
    until.toISOString(),
    JSON.stringify(parameters),
    generator(name),
  ]);
}
