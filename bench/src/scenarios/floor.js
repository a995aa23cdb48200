import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duel } from '../duel.js';
import { graphql } from '../graphql.js';
import { SUBGRAPHS } from '../platform.js';
import { cpuSeconds } from '../processes.js';
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
async function pgbench(bench, statements) {
  const folder = mkdtempSync(join(tmpdir(), 'lifeos-bench-'));
  let total = 0;
  try {
    for (const database of new Set(statements.map((statement) => statement.database))) {
      const script = join(folder, `${database}.sql`);
      const mine = statements.filter((statement) => statement.database === database);
      writeFileSync(script, mine.map(({ sql }) => `${sql.replace(/\s*\n\s*/g, ' ')};\n`).join(''));
      total += await cpuOf(bench, database, script);
    }
    return total;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {import('../bench.js').Bench} bench
 * @param {string} database
 * @param {string} script
 * @returns {Promise<number>} milliseconds of a run of the script
 */
async function cpuOf(bench, database, script) {
  const groups = { postgres: bench.platform.groups.postgres };
  const before = cpuSeconds(groups);
  const { platform, pace } = bench;
  const where = ['-h', '127.0.0.1', '-p', String(platform.part('postgres').port), '-U', 'postgres', database];
  const output = await text('pgbench', ['-n', '-M', 'prepared', '-c', '2', '-T', String(pace.seconds), '-f', script, ...where], platform.password('postgres'));
  const after = cpuSeconds(groups);
  const done = Number(/transactions actually processed: (\d+)/.exec(output)?.[1]);
  if (!done) throw new Error(`pgbench did not run the statements of ${database}: ${output.slice(0, 800)}`);
  return (1000 * ((after.postgres ?? 0) - (before.postgres ?? 0))) / done;
}

/**
 * @param {string} program
 * @param {string[]} words
 * @param {string} password
 * @returns {Promise<string>} what it says
 */
function text(program, words, password) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env: { ...process.env, PGPASSWORD: password }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', () => reject(new Error('The floor of SQL needs pgbench: install the package postgresql-contrib.')));
    child.once('exit', () => resolve(output));
  });
}
