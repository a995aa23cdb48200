import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { median } from '../duel.js';
import { ROOT } from '../paths.js';

const RUNS = 5;

/** @type {import('./index.js').Scenario} */
export const check = { name: 'check', title: 'The schema registry', run };

/** @returns {Promise<import('./index.js').Outcome>} */
async function run() {
  const rows = [];
  for (const [name, words] of Object.entries({ compose: ['compose'], check: ['check', '--base', 'HEAD'], lint: ['lint', '--all'] })) {
    const seconds = [];
    for (let round = 0; round < RUNS; round++) seconds.push(await timed(words));
    rows.push([name, Math.min(...seconds).toFixed(2), median(seconds).toFixed(2), Math.max(...seconds).toFixed(2)]);
  }
  return {
    about: `./lifeos schema, whole process, the five subgraphs, ${RUNS} runs.`,
    columns: ['', 'least s', 'median s', 'most s'],
    rows,
    notes: [],
    goals: [],
  };
}

/**
 * @param {string[]} words
 * @returns {Promise<number>} seconds
 */
function timed(words) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(join(ROOT, 'lifeos'), ['schema', ...words], { cwd: ROOT, stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve((performance.now() - started) / 1000);
      else reject(new Error(`./lifeos schema ${words.join(' ')} ended with ${code}.`));
    });
  });
}
