import pg from 'pg';
import { DATABASES } from './databases.js';
import { fillSessions, load } from './load.js';
import { plan } from './plan.js';
import { parametersOf } from './sizes.js';
import { dataUntil, refuseIfInhabited, untilOf } from './state.js';

export { PASSWORD, heavyPerson, person, refreshToken } from './people.js';
export { SIZES } from './sizes.js';

/** @typedef {import('./databases.js').Database} Database */
/** @typedef {import('./sizes.js').Parameters} Parameters */
/** @typedef {import('./state.js').Wanted} Wanted */
/** @typedef {Record<Database['name'], pg.Client>} Clients */

/**
 * Where the data goes and what it is like.
 *
 * @typedef {object} DataOptions
 * @property {string} [host]
 * @property {number} port of PostgreSQL
 * @property {string} password of its superuser `postgres`
 * @property {keyof typeof import('./sizes.js').SIZES} [size] `S` where it is missing
 * @property {Partial<Parameters>} [parameters] win over those of the size
 * @property {number} [seed]
 * @property {Date} [until] when the data ends: today's start, or where data is in that ended within a week, that end
 * @property {boolean} [anew] makes also what is in already, for runs that have changed it
 * @property {(line: string) => void} [log]
 */

// The biggest has a processor to itself.
/** @type {Database['name'][][]} */
const SIDE_BY_SIDE = [['health'], ['finance', 'notification', 'learning', 'auth']];
const LARGEST_SEED = 1_000_000_000;

/**
 * Sees to it that exactly this data is in the five databases. Sessions and refresh tokens are new after each call.
 *
 * @param {DataOptions} options
 * @returns {Promise<Wanted & { made: Database['name'][] }>} what is in, and which databases were filled for it
 * @throws {Error} where there is data of other people in a database
 */
export async function ensureData(options) {
  const { host = '127.0.0.1', port, password, size = 'S', seed = 1, until, anew = false, log = () => {} } = options;
  const parameters = parametersOf(size, options.parameters);
  if (!Number.isSafeInteger(seed) || Math.abs(seed) > LARGEST_SEED) throw new Error('The seed must be a whole number up to a billion.');
  const clients = await connect({ host, port, password, user: 'postgres' });
  try {
    await Promise.all(each((database) => refuseIfInhabited(clients[database.name], database)));
    const ends = await endsOf(clients, { size, seed, parameters });
    const wanted = { size, seed, parameters, until: until ?? untilOf([...ends.values()], new Date()) };
    const missing = [...ends.keys()].filter((name) => anew || ends.get(name)?.getTime() !== wanted.until.getTime());
    await make(clients, missing, wanted, log);
    if (!missing.includes('auth')) await fillSessions(clients.auth, seed);
    return { ...wanted, made: missing };
  } finally {
    await Promise.all(Object.values(clients).map((client) => client.end()));
  }
}

/**
 * @param {Clients} clients
 * @param {Omit<Wanted, 'until'>} wanted
 */
async function endsOf(clients, wanted) {
  const ends = each(async (database) => /** @type {const} */ ([database.name, await dataUntil(clients[database.name], database, wanted)]));
  return new Map(await Promise.all(ends));
}

/**
 * @param {Clients} clients
 * @param {Database['name'][]} missing
 * @param {Wanted} wanted
 * @param {(line: string) => void} log
 */
async function make(clients, missing, wanted, log) {
  if (missing.length === 0) return;
  log(`data ${wanted.size}, seed ${wanted.seed}, until ${wanted.until.toISOString()}: ${missing.join(', ')} to be made`);
  const streams = plan(wanted.parameters, wanted.until, await courses(clients.learning));
  await Promise.all(
    SIDE_BY_SIDE.map(async (names) => {
      for (const name of names.filter((each) => missing.includes(each))) await load(clients[name], DATABASES[name], wanted, streams, log);
    }),
  );
}

/**
 * @param {pg.Client} learning
 * @returns {Promise<string[]>}
 */
async function courses(learning) {
  const { rows } = await learning.query('SELECT id FROM public.course ORDER BY slug');
  if (rows.length === 0) throw new Error('There is no catalogue of courses: the learning subgraph imports it at its start, so start LifeOS first.');
  return rows.map(({ id }) => id);
}

/**
 * @param {pg.ClientConfig} config
 * @returns {Promise<Clients>}
 */
async function connect(config) {
  const entries = each(({ name }) => /** @type {const} */ ([name, new pg.Client({ ...config, database: name })]));
  const clients = /** @type {Clients} */ (Object.fromEntries(entries));
  await Promise.all(Object.values(clients).map((client) => client.connect()));
  return clients;
}

/**
 * @template T
 * @param {(database: Database) => T} what
 * @returns {T[]}
 */
function each(what) {
  return Object.values(DATABASES).map(what);
}
