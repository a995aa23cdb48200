import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child, freePort } from '../child.js';
import { duel } from '../duel.js';
import { ENTITIES } from './documents.js';

const PEOPLE = 960;
const COLLECTOR = '-XX:+UseSerialGC';

/**
 * @typedef {object} Setting
 * @property {string} name
 * @property {string[]} [java] options of the JVM, behind those that it has
 * @property {string} [collector] instead of Serial GC
 * @property {Record<string, string>} [environment]
 */

/** @type {Setting} */
const AS_IT_IS = { name: 'as it is: ten connections, virtual threads, Serial GC, 256 MB' };

/** @type {Setting[]} */
const OTHERS = [
  { name: 'five connections', environment: { SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: '5' } },
  { name: 'twenty connections', environment: { SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: '20' } },
  { name: 'requests on threads of the platform', environment: { SPRING_THREADS_VIRTUAL_ENABLED: 'false' } },
  { name: 'Parallel GC', collector: '-XX:+UseParallelGC' },
  { name: 'G1', collector: '-XX:+UseG1GC' },
  { name: 'a heap of 128 MB', java: ['-Xmx128m'] },
  { name: 'a heap of 512 MB', java: ['-Xmx512m'] },
];

/** @type {import('./index.js').Scenario} */
export const settings = { name: 'settings', title: 'A subgraph with other settings', run };

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function run(bench) {
  await bench.withoutPeer();
  const running = bench.platform.part('health').pid;
  const first = await start(running, AS_IT_IS, bench.logs);
  try {
    /** @type {Pair[]} */
    const pairs = [];
    for (const setting of OTHERS) pairs.push(await pair(bench, running, first, setting));
    return {
      about: 'The health subgraph’s part of a dashboard, asked of the subgraph itself: each setting beside the subgraph as it is, without the start-up cache.',
      columns: ['', 'req/s', 'p99 ms', 'CPU ms/req', 'as it is', 'CPU, to as it is', 'MB', 'MB as it is', 'errors'],
      rows: pairs.map(cells),
      notes: pairs.flatMap((sides) => sides.flatMap(({ name, firstError }) => (firstError ? [`${name} answered with an error: ${firstError}`] : []))),
      goals: [],
      measured: pairs.flat(),
    };
  } finally {
    await first.child.stop();
  }
}

/** @typedef {import('../duel.js').Measured} Measured */
/** @typedef {[Measured, Measured]} Pair as it is, and the other */
/** @typedef {{ name: string, child: Child, url: string }} Started */

/**
 * @param {import('../bench.js').Bench} bench
 * @param {number} running
 * @param {Started} first
 * @param {Setting} setting
 * @returns {Promise<Pair>}
 */
async function pair(bench, running, first, setting) {
  const other = await start(running, setting, bench.logs);
  try {
    const people = await bench.people.signedIn(PEOPLE);
    const calls = people.map(({ id, accessToken }) => ({ query: ENTITIES.health, token: accessToken, variables: { people: [{ __typename: 'User', id }] } }));
    const { postgres } = bench.platform.groups;
    const sides = [first, other].map(({ name, url, child }) => ({ name, url, calls, groups: { subgraphs: [child.pid], postgres } }));
    return /** @type {Pair} */ (await duel(sides, bench.pace, bench.log));
  } finally {
    await other.child.stop();
  }
}

/** @param {Pair} pair */
function cells([asItIs, other]) {
  const ratios = other.rounds.map((round, index) => round.cpuTotal / (asItIs.rounds[index]?.cpuTotal ?? NaN)).sort((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)] ?? NaN;
  const megabytes = (/** @type {Measured} */ side) => Math.round(side.residentMegabytes.subgraphs ?? 0);
  return [
    other.name,
    other.rate.toFixed(0),
    other.p99.toFixed(1),
    other.cpuTotal.toFixed(3),
    asItIs.cpuTotal.toFixed(3),
    `${median.toFixed(2)}×`,
    megabytes(other),
    megabytes(asItIs),
    other.errors,
  ];
}

/**
 * @param {number} like the process of LifeOS's subgraph
 * @param {Setting} setting
 * @param {string} logs folder
 * @returns {Promise<Started>}
 */
async function start(like, { name, java = [], collector = COLLECTOR, environment = {} }, logs) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const child = new Child(`health with ${name}`, command(like, java, collector), {
    cwd: `/proc/${like}/cwd`,
    env: { ...environmentOf(like), SERVER_PORT: String(port), ...environment },
    log: join(logs, 'settings-health.log'),
  });
  await child.ready(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
  return { name, child, url };
}

/**
 * The cache would fit some of the settings only.
 *
 * @param {number} pid
 * @param {string[]} java
 * @param {string} collector
 */
function command(pid, java, collector) {
  const words = list(`/proc/${pid}/cmdline`).filter((word) => !word.startsWith('-XX:AOT'));
  const [program = '', ...rest] = words.map((word) => (word === COLLECTOR ? collector : word));
  const main = rest.findIndex((word) => !word.startsWith('-') || word === '-jar' || word === '-cp');
  return [program, ...rest.slice(0, main), ...java, ...rest.slice(main)];
}

/** @param {number} pid */
function environmentOf(pid) {
  const pairs = list(`/proc/${pid}/environ`).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  return Object.fromEntries(pairs);
}

/** @param {string} file of texts that end with a zero */
function list(file) {
  return readFileSync(file, 'utf8').split('\0').filter((word) => word !== '');
}
