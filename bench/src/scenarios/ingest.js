import { inDatabase } from '../database.js';
import { send } from '../load.js';
import { cpuSeconds } from '../processes.js';

const RECORD = `mutation ($input: RecordVitalsInput!) { recordVitals(input: $input) { recorded updated errors { code message } } }`;

/** Long before what the data set holds, so that it can be told apart and removed. */
const BEGIN = Date.UTC(1950, 0, 1);
const END = Date.UTC(1990, 0, 1);
const SECOND = 1000;
const PEOPLE = 64;

/** @type {import('./index.js').Scenario} */
export const ingest = {
  name: 'ingest',
  title: 'Vitals written in batches',
  run: (bench) => write(bench, { batch: 1000, connections: 4, amounts: [200, 200, 200], goal: 50_000 }),
};

/** @type {import('./index.js').Scenario} */
export const ingestOne = {
  name: 'ingest-one',
  title: 'Vitals written one at a time',
  run: (bench) => write(bench, { batch: 1, connections: 16, amounts: [8000, 8000, 8000] }),
};

/**
 * @typedef {object} Writing
 * @property {number} batch vitals in a request
 * @property {number} connections
 * @property {number[]} amounts requests in each round, the first of which warms up
 * @property {number} [goal] vitals per second
 */

/**
 * @param {import('../bench.js').Bench} bench
 * @param {Writing} writing
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function write(bench, { batch, connections, amounts, goal }) {
  await bench.withoutPeer();
  await remove(bench);
  const rounds = [];
  let sent = 0;
  for (const amount of amounts) {
    const people = await bench.people.signedIn(PEOPLE);
    const calls = Array.from({ length: amount }, () => call(people, sent++, batch));
    rounds.push(await round(bench, calls, connections, batch));
    bench.log(`${rounds.at(-1)?.rate.toFixed(0)} vitals/s`);
  }
  const kept = await remove(bench);
  const measured = rounds.slice(1);
  const [failed] = rounds.filter(({ errors }) => errors > 0);
  if (failed) throw new Error(`Vitals were not taken: ${failed.firstError}`);
  const best = Math.max(...measured.map(({ rate }) => rate));
  return {
    about: `Through Apollo Router, ${batch} in a request, ${connections} connections, ${PEOPLE} people; the first round warms up. Each is kept durably: one transaction a request, fsync on.`,
    columns: ['', 'vitals/s', 'p50 ms', 'p99 ms', 'CPU ms per 1,000 vitals', 'router', 'subgraph', 'PostgreSQL', 'errors'],
    rows: measured.map((each, index) => [`round ${index + 1}`, ...cells(each)]),
    notes: [`${kept} of ${sent * batch} sent were found in the database.`],
    goals: goal === undefined ? [] : [{ goal: `${goal} vitals per second`, value: `${best.toFixed(0)}`, reached: best >= goal }],
    measured,
  };
}

/**
 * @param {import('../bench.js').Bench} bench
 * @param {import('../load.js').Call[]} calls
 * @param {number} connections
 * @param {number} batch
 */
async function round(bench, calls, connections, batch) {
  const { groups } = bench.platform;
  const before = cpuSeconds(groups);
  const answered = await send({ url: bench.platform.part('router').url, calls, connections, amount: calls.length });
  const after = cpuSeconds(groups);
  const vitals = answered.requests * batch;
  const cpu = Object.fromEntries(Object.keys(groups).map((name) => [name, (1e6 * ((after[name] ?? 0) - (before[name] ?? 0))) / vitals]));
  const { latency, ...rest } = answered;
  return { ...rest, rate: vitals / answered.seconds, cpu, p50: latency.getValueAtPercentile(50) / 1000, p99: latency.getValueAtPercentile(99) / 1000 };
}

/** @param {Awaited<ReturnType<typeof round>>} measured */
function cells({ rate, p50, p99, cpu: { router = 0, subgraphs = 0, postgres = 0 }, errors }) {
  const figures = [p50, p99, router + subgraphs + postgres, router, subgraphs, postgres].map((figure) => figure.toFixed(1));
  return [rate.toFixed(0), ...figures, errors];
}

/**
 * @param {{ accessToken: string }[]} people
 * @param {number} index no two are alike
 * @param {number} batch
 * @returns {import('../load.js').Call}
 */
function call(people, index, batch) {
  const token = people[index % people.length]?.accessToken;
  const from = BEGIN + index * batch * SECOND;
  const vitals = Array.from({ length: batch }, (_, place) => ({
    type: 'HEART_RATE',
    value: String(60 + ((index + place) % 80)),
    source: 'WEARABLE',
    recordedAt: new Date(from + place * SECOND).toISOString(),
  }));
  return { query: RECORD, token, variables: { input: { vitals } } };
}

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<number>} how many vitals of this scenario there were
 */
function remove({ platform }) {
  return inDatabase(platform, 'health', async (client) => {
    const { rowCount } = await client.query('DELETE FROM vital WHERE recorded_at >= $1 AND recorded_at < $2', [new Date(BEGIN), new Date(END)]);
    await client.query('VACUUM (ANALYZE) vital');
    return rowCount ?? 0;
  });
}
