import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuSeconds } from './processes.js';

const CLIENTS = 2;
const SETTLED_MILLISECONDS = 100;

/**
 * Runs a script again and again by pgbench, its statements prepared.
 *
 * @param {import('./platform.js').Platform} platform
 * @param {string} database
 * @param {string} script
 * @param {number} seconds
 * @returns {Promise<number>} PostgreSQL's CPU milliseconds for a run of the script
 */
export async function cpuOf(platform, database, script, seconds) {
  const folder = mkdtempSync(join(tmpdir(), 'lifeos-bench-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, script);
    const groups = { postgres: platform.groups.postgres };
    const before = await settled(groups);
    const where = ['-h', '127.0.0.1', '-p', String(platform.part('postgres').port), '-U', 'postgres', database];
    const how = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-T', String(seconds)];
    const output = await text('pgbench', [...how, '-f', file, ...where], platform.password('postgres'));
    const after = await settled(groups);
    const done = Number(/transactions actually processed: (\d+)/.exec(output)?.[1]);
    if (!done) throw new Error(`pgbench did not run the statements of ${database}: ${output.slice(0, 800)}`);
    return (1000 * ((after.postgres ?? 0) - (before.postgres ?? 0))) / done;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A server process that has ended counts with the server once that has heard of it: until then its time is nowhere.
 *
 * @param {import('./processes.js').Groups} groups
 */
async function settled(groups) {
  for (let before = NaN; ; ) {
    const now = cpuSeconds(groups);
    if (now.postgres === before) return now;
    before = now.postgres ?? 0;
    await pause(SETTLED_MILLISECONDS);
  }
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
    child.once('error', () => reject(new Error('SQL alone is measured by pgbench: install the package postgresql-contrib.')));
    child.once('exit', () => resolve(output));
  });
}
