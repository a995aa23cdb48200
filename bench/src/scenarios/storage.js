import { readFileSync } from 'node:fs';
import { inDatabase } from '../database.js';
import { SIZES } from '../data/index.js';
import { cpuOf } from '../pgbench.js';

const SQL = new URL('../../data/storage/', import.meta.url);
const SECONDS = 4;
const WARM_UP_SECONDS = 2;
const GIGABYTE = 1e9;
const BATCH = 1000;

const PERSON = '(SELECT id FROM bench.person WHERE number = :number)';
const END = '(SELECT until FROM bench.data_set)';
const NEWEST = `SELECT id, user_id, type, value, source, recorded_at, ended_at, utc_offset_minutes, updated_at FROM bench_storage.vital
  WHERE user_id = ${PERSON} ORDER BY recorded_at DESC, id DESC LIMIT 51;`;
const BY_ID = `\\set number random(1, 1000)
SELECT * FROM bench_storage.vital WHERE id = (SELECT id FROM bench_storage.known WHERE number = :number);`;
const INSERT = `INSERT INTO bench_storage.vital AS v (id, user_id, type, value, source, recorded_at, version, created_at, updated_at)
  SELECT uuidv7(), p.id, 'HEART_RATE', 60 + i % 80, 'WEARABLE', b.at + i * interval '1 millisecond', 0, now(), now()
  FROM ${PERSON} AS p (id),
    (SELECT date_trunc('month', until) + nextval('bench_storage.batch') * interval '1 second' FROM bench.data_set) AS b (at),
    generate_series(1, ${BATCH}) AS i
  ON CONFLICT (user_id, type, recorded_at, source) DO UPDATE SET value = excluded.value, version = v.version + 1`;
const WRITE = `${INSERT};`;
const WRITE_WITH_HOURS = `WITH written AS (${INSERT} RETURNING v.*)
  INSERT INTO bench_storage.vital_hour AS h (user_id, type, source, hour, count, sum, min, max)
  SELECT user_id, type, source, date_bin('1 hour', recorded_at, 'epoch'), count(*), sum(value), min(value), max(value)
  FROM written GROUP BY 1, 2, 3, 4
  ON CONFLICT (user_id, type, hour, source) DO UPDATE SET count = h.count + excluded.count, sum = h.sum + excluded.sum,
    min = least(h.min, excluded.min), max = greatest(h.max, excluded.max);`;

/**
 * @typedef {object} Layout
 * @property {string} name
 * @property {string[]} files what makes it, in the schema `bench_storage`
 * @property {boolean} [hours] whether charts read the sums of hours
 */

/** @type {Layout[]} */
const LAYOUTS = [
  { name: 'covering indexes, as it is', files: ['as-it-is.sql'] },
  { name: 'the same without covering', files: ['lean.sql'] },
  { name: 'a partition a month', files: ['months.sql'] },
  { name: 'BRIN on time', files: ['brin.sql'] },
  { name: 'sums of each hour besides', files: ['as-it-is.sql', 'hours.sql'], hours: true },
];

/** @type {import('./index.js').Scenario} */
export const storage = { name: 'storage', title: 'Ways to keep years of vitals', run };

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function run(bench) {
  await bench.withoutPeer();
  const measured = [];
  for (const layout of LAYOUTS) {
    measured.push({ layout: layout.name, ...(await one(bench, layout)) });
    bench.log(JSON.stringify(measured.at(-1)));
  }
  return {
    about: `Copies of the data set’s vitals, kept in other ways; PostgreSQL’s CPU milliseconds for each statement of LifeOS, of a person drawn by lot, by pgbench. The last chart is of one who has 730,000 vitals in ten years. A batch is ${BATCH} heart rates of one person, in one transaction.`,
    columns: ['', 'GB', 'newest 50', 'one by id', '30 days by day', 'a year by week', 'the same, 200 vitals a day', 'a batch written'],
    rows: measured.map(({ layout, gigabytes, ...costs }) => [layout, gigabytes.toFixed(2), ...Object.values(costs).map((cost) => cost.toFixed(2))]),
    notes: [
      'Sums of hours are measured at their best: a corrected or deleted vital would need its hour to be summed anew, and sources of which one covers another (steps of a watch and a phone) could not be told apart.',
    ],
    goals: [],
    measured,
  };
}

/**
 * @param {import('../bench.js').Bench} bench
 * @param {Layout} layout
 */
async function one({ platform, options: { size } }, { files, hours = false }) {
  const { people } = SIZES[size];
  const anybody = `\\set number random(1, ${people})\n`;
  const heavy = `\\set number ${people + 1}\n`;
  const chart = hours ? fromHours : fromRows;
  const cost = async (/** @type {string} */ script) => {
    await cpuOf(platform, 'health', script, WARM_UP_SECONDS);
    return cpuOf(platform, 'health', script, SECONDS);
  };
  try {
    return {
      gigabytes: await make(platform, files),
      newest: await cost(anybody + NEWEST),
      byId: await cost(BY_ID),
      month: await cost(anybody + chart('30 days', '1 day')),
      year: await cost(anybody + chart('364 days', '7 days')),
      heavyYear: await cost(heavy + chart('364 days', '7 days')),
      batch: await cost(anybody + (hours ? WRITE_WITH_HOURS : WRITE)),
    };
  } finally {
    await inDatabase(platform, 'health', (client) => client.query('DROP SCHEMA bench_storage CASCADE'));
  }
}

/**
 * @param {import('../platform.js').Platform} platform
 * @param {string[]} files
 * @returns {Promise<number>} how many gigabytes tables and indexes take
 */
function make(platform, files) {
  return inDatabase(platform, 'health', async (client) => {
    await client.query('DROP SCHEMA IF EXISTS bench_storage CASCADE; CREATE SCHEMA bench_storage; CREATE SEQUENCE bench_storage.batch');
    await client.query(`SET maintenance_work_mem = '512MB'`);
    for (const file of files) await client.query(readFileSync(new URL(file, SQL), 'utf8'));
    await client.query(`CREATE TABLE bench_storage.known AS
      SELECT row_number() OVER () AS number, id FROM (SELECT id FROM public.vital TABLESAMPLE SYSTEM (1) LIMIT 1000);
      CREATE UNIQUE INDEX ON bench_storage.known (number)`);
    await client.query('VACUUM (ANALYZE)');
    const { rows } = await client.query(`SELECT sum(pg_total_relation_size(oid))::float8 AS bytes FROM pg_class
      WHERE relnamespace = 'bench_storage'::regnamespace AND relkind = 'r' AND relname LIKE 'vital%'`);
    return rows[0].bytes / GIGABYTE;
  });
}

/**
 * @param {string} span
 * @param {string} bucket
 */
function fromRows(span, bucket) {
  return `SELECT width_bucket(recorded_at, ${edges(span, bucket)}), count(*), sum(value), min(value), max(value)
  FROM bench_storage.vital WHERE user_id = ${PERSON} AND type = 'HEART_RATE' AND recorded_at >= ${start(span)} AND recorded_at < ${END} GROUP BY 1;`;
}

/**
 * @param {string} span
 * @param {string} bucket
 */
function fromHours(span, bucket) {
  return `SELECT width_bucket(hour, ${edges(span, bucket)}), sum(count), sum(sum), min(min), max(max)
  FROM bench_storage.vital_hour WHERE user_id = ${PERSON} AND type = 'HEART_RATE' AND hour >= ${start(span)} AND hour < ${END} GROUP BY 1;`;
}

/** @param {string} span */
function start(span) {
  return `(SELECT until - interval '${span}' FROM bench.data_set)`;
}

/**
 * @param {string} span
 * @param {string} bucket
 */
function edges(span, bucket) {
  return `(SELECT array_agg(t) FROM bench.data_set d, generate_series(d.until - interval '${span}', d.until, interval '${bucket}') AS t)`;
}
