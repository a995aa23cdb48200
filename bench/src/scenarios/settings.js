import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child, freePort } from '../child.js';
import { duel } from '../duel.js';
import { COLUMNS, row } from '../report/columns.js';
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

/** @type {Setting[]} */
const SETTINGS = [
  { name: 'as it is: ten connections, virtual threads, Serial GC, 256 MB' },
  { name: 'five connections', environment: { SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: '5' } },
  { name: 'twenty connections', environment: { SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: '20' } },
  { name: 'threads of the platform', environment: { SPRING_THREADS_VIRTUAL_ENABLED: 'false' } },
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
  const people = await bench.people.signedIn(PEOPLE);
  const calls = people.map(({ id, accessToken }) => ({ query: ENTITIES.health, token: accessToken, variables: { people: [{ __typename: 'User', id }] } }));
  const running = bench.platform.part('health').pid;
  const { postgres } = bench.platform.groups;
  /** @type {Child[]} */
  const children = [];
  try {
    const sides = [];
    for (const setting of SETTINGS) {
      const { child, url } = await start(running, setting, bench.logs);
      children.push(child);
      sides.push({ name: setting.name, url, calls, groups: { subgraphs: [child.pid], postgres } });
    }
    const measured = await duel(sides, bench.pace, bench.log);
    const [first] = measured;
    if (!first) throw new Error('Nothing was measured.');
    return {
      about: 'The health subgraph’s part of a dashboard, asked of the subgraph itself; each with one setting changed, side by side, without the start-up cache.',
      columns: [...COLUMNS, 'MB'],
      rows: measured.map((side) => [...row(side, first), Math.round(side.residentMegabytes.subgraphs ?? 0)]),
      notes: measured.flatMap(({ name, firstError }) => (firstError ? [`${name} answered with an error: ${firstError}`] : [])),
      goals: [],
      measured,
    };
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

/**
 * @param {number} like the process of LifeOS's subgraph
 * @param {Setting} setting
 * @param {string} logs folder
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
  return { child, url };
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
