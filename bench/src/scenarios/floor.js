import { duel } from '../duel.js';
import { graphql } from '../graphql.js';
import { cpuOf } from '../pgbench.js';
import { SUBGRAPHS } from '../platform.js';
import { startRouter } from '../router.js';
import { statementsOf } from '../statements.js';
import { startStub } from '../stubs.js';
import { DASHBOARD, FULL_DASHBOARD } from './documents.js';

const PEOPLE = 960;
const STATEMENTS = 6;

/** @type {import('./index.js').Scenario} */
export const floor = { name: 'floor', title: 'The dashboard and the floor under it', run };

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function run(bench) {
  await bench.withoutPeer();
  const stubs = await Promise.all(SUBGRAPHS.map(async (name) => ({ name, ...(await startStub(bench.platform.part(name).url)) })));
  const subgraphs = Object.fromEntries(stubs.map(({ name, url }) => [name, url]));
  const router = await startRouter({ name: 'floor', like: bench.platform.part('router').pid, subgraphs, logs: bench.logs });
  try {
    const small = await one(bench, 'dashboard', DASHBOARD, router);
    const full = await one(bench, 'dashboard of a large screen', FULL_DASHBOARD, router);
    return {
      about:
        'What cannot be saved: the same router in front of subgraphs that answer with a constant, and the same statements sent to PostgreSQL by pgbench. The CPU time of the constant subgraphs, of pgbench and of the load tool is not counted.',
      columns: ['', 'statements', 'CPU ms: LifeOS', 'of it router', 'subgraphs', 'PostgreSQL', 'floor: router', 'floor: SQL', 'LifeOS to floor'],
      rows: [small.row, full.row],
      notes: [...small.notes, ...full.notes],
      goals: [...small.goals, ...full.goals],
      measured: { small: small.measured, full: full.measured },
    };
  } finally {
    await router.child.stop();
    stubs.forEach(({ close }) => close());
  }
}

/**
 * @param {import('../bench.js').Bench} bench
 * @param {string} name
 * @param {string} query
 * @param {{ url: string, child: import('../child.js').Child }} router
 */
async function one(bench, name, query, router) {
  const people = await bench.people.signedIn(PEOPLE);
  const calls = people.map(({ accessToken }) => ({ query, token: accessToken }));
  const { url } = bench.platform.part('router');
  // One person's, before others ask: the constant answers must belong together.
  await graphql(router.url, query, {}, people[0]?.accessToken);
  const measured = await duel(
    [
      { name: 'LifeOS', url, calls, groups: bench.platform.groups },
      { name: 'router alone', url: router.url, calls, groups: { router: [router.child.pid] } },
    ],
    bench.pace,
    bench.log,
  );
  const [ours, bare] = measured;
  if (!ours || !bare) throw new Error('Nothing was measured.');
  const statements = await statementsOf(bench.platform, () => graphql(url, query, {}, people[0]?.accessToken));
  const sql = await pgbench(bench, statements);
  const times = ours.cpuTotal / (bare.cpuTotal + sql);
  const cells = [ours.cpuTotal, ours.cpu.router ?? 0, ours.cpu.subgraphs ?? 0, ours.cpu.postgres ?? 0, bare.cpuTotal, sql];
  return {
    row: [name, statements.length, ...cells.map((cell) => cell.toFixed(2)), `${times.toFixed(2)}×`],
    notes: statements.length > STATEMENTS ? statements.map(({ database, sql: text }) => `${database}: ${text.slice(0, 200)}`) : [],
    goals: [
      { goal: `${name}: at most ${STATEMENTS} SQL statements`, value: String(statements.length), reached: statements.length <= STATEMENTS },
      { goal: `${name}: within twice the CPU of router and SQL`, value: `${times.toFixed(2)} times`, reached: times <= 2 },
    ],
    measured: { duel: measured, statements, sql },
  };
}

/**
 * @param {import('../bench.js').Bench} bench
 * @param {import('../statements.js').Statement[]} statements
 * @returns {Promise<number>} PostgreSQL's CPU milliseconds for all of them
 */
async function pgbench({ platform, pace }, statements) {
  let total = 0;
  for (const database of new Set(statements.map((statement) => statement.database))) {
    const mine = statements.filter((statement) => statement.database === database);
    const script = mine.map(({ sql }) => `${sql.replace(/\s*\n\s*/g, ' ')};\n`).join('');
    total += await cpuOf(platform, database, script, pace.seconds);
  }
  return total;
}
