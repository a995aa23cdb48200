import { graphql } from '../graphql.js';
import { send } from '../load.js';
import { median } from '../duel.js';
import { residentBytes } from '../processes.js';
import { DASHBOARD } from './documents.js';

const PEOPLE = 960;
const ASKED_COLD = 10;
const WARM_UP_SECONDS = 30;
const CONNECTIONS = 16;
const MOST_MEGABYTES = 350;
const AS_FOR_A_PERSON = { LIFEOS_JAVA_OPTIONS: '', LIFEOS_POSTGRES_SETTINGS: '' };

/** @type {import('./index.js').Scenario} */
export const start = { name: 'start', title: 'Start, memory, cold and warm', run };

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function run(bench) {
  await bench.withoutPeer();
  const asForAPerson = await restart(bench, AS_FOR_A_PERSON);
  const small = await measured(bench);
  const asInProduction = await restart(bench, {});
  const large = await measured(bench);
  const inOneProcess = await restart(bench, AS_FOR_A_PERSON, '--all-in-one');
  const one = await measured(bench);
  const loaded = parts(large.warm).filter(([name]) => !['postgres', 'redis', 'simulators', 'router', 'edge'].includes(name));
  const most = Math.max(...loaded.map(([, megabytes]) => megabytes));
  const cells = (/** @type {Awaited<ReturnType<typeof measured>>} */ { latency, idle, warm }) => [
    total(idle),
    total(warm),
    ...latency.map((each) => each.toFixed(1)),
  ];
  return {
    about: `The whole platform: PostgreSQL, Redis, five subgraphs, router and edge, with the start-up caches made. Resident memory after the start, and after ${WARM_UP_SECONDS} s of dashboards over ${CONNECTIONS} connections; shared pages count once for each process.`,
    columns: ['', 'start s', 'MB idle', 'MB loaded', 'first dashboard ms', `then (median of ${ASKED_COLD})`, 'warm (one connection)'],
    rows: [
      ['./lifeos up', asForAPerson.toFixed(1), ...cells(small)],
      ['./lifeos up --all-in-one', inOneProcess.toFixed(1), ...cells(one)],
      ['as in production', asInProduction.toFixed(1), ...cells(large)],
    ],
    notes: [
      `Loaded, ./lifeos up: ${listed(small.warm)}.`,
      `Loaded, ./lifeos up --all-in-one: ${listed(one.warm)}.`,
      `Loaded, as in production: ${listed(large.warm)}.`,
    ],
    goals: [{ goal: `at most ${MOST_MEGABYTES} MB a subgraph under load`, value: `${most.toFixed(0)} MB at most`, reached: most <= MOST_MEGABYTES }],
    measured: { small, one, large },
  };
}

/**
 * @param {import('../bench.js').Bench} bench
 * @param {Record<string, string>} environment
 * @param {string[]} words of the command line
 * @returns {Promise<number>} seconds from start to ready
 */
async function restart(bench, environment, ...words) {
  // Once more, since the first start with other options makes start-up caches.
  for (let turn = 0; turn < 2; turn++) {
    await bench.platform.down();
    await bench.platform.up(environment, words);
  }
  return bench.platform.state.readySeconds;
}

/** @param {import('../bench.js').Bench} bench */
async function measured(bench) {
  await bench.signEverybodyOut();
  const groups = processes(bench.platform.state.parts);
  const idle = residentBytes(groups);
  const { url } = bench.platform.part('router');
  const [one] = await bench.people.signedIn(1);
  const ask = async () => {
    const started = performance.now();
    await graphql(url, DASHBOARD, {}, one?.accessToken);
    return performance.now() - started;
  };
  const cold = [];
  for (let turn = 0; turn <= ASKED_COLD; turn++) cold.push(await ask());
  const people = await bench.people.signedIn(PEOPLE);
  const calls = people.map(({ accessToken }) => ({ query: DASHBOARD, token: accessToken }));
  await send({ url, calls, connections: CONNECTIONS, seconds: WARM_UP_SECONDS });
  const warm = residentBytes(groups);
  const alone = await send({ url, calls, connections: 1, seconds: 5 });
  return { idle, warm, latency: [cold[0] ?? NaN, median(cold.slice(1)), alone.latency.getValueAtPercentile(50) / 1000] };
}

/**
 * @param {import('../platform.js').Part[]} all
 * @returns {import('../processes.js').Groups} each process by the names of what it runs
 */
function processes(all) {
  const names = (/** @type {number} */ pid) => all.filter((part) => part.pid === pid).map(({ name }) => name);
  return Object.fromEntries(all.map(({ pid }) => [names(pid).join(' + '), [pid]]));
}

/**
 * @param {Record<string, number>} bytes
 * @returns {[string, number][]} megabytes
 */
function parts(bytes) {
  return Object.entries(bytes).map(([name, each]) => [name, each / 2 ** 20]);
}

/** @param {Record<string, number>} bytes */
function total(bytes) {
  return parts(bytes).reduce((sum, [, megabytes]) => sum + megabytes, 0).toFixed(0);
}

/** @param {Record<string, number>} bytes */
function listed(bytes) {
  return parts(bytes).map(([name, megabytes]) => `${name} ${megabytes.toFixed(0)} MB`).join(', ');
}
