import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdown } from './markdown.js';
import { cpuPlot } from './plot.js';

/** Scenarios whose sides are drawn beside each other. */
const DRAWN = ['dashboard', 'dashboard-one', 'dashboard-full', 'dashboard-full-one'];

/**
 * Writes report.md, results.json and cpu.svg.
 *
 * @param {string} folder
 * @param {import('./markdown.js').Run} run
 */
export async function writeReport(folder, run) {
  mkdirSync(folder, { recursive: true });
  const drawn = run.results.filter(({ name }) => DRAWN.includes(name));
  const plots = drawn.length > 0 ? ['cpu.svg'] : [];
  if (drawn.length > 0) {
    const sides = drawn.map(({ title, measured }) => ({ scenario: title, measured: /** @type {import('../duel.js').Measured[]} */ (measured) }));
    writeFileSync(join(folder, 'cpu.svg'), await cpuPlot('A dashboard through Apollo Router', sides));
  }
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(run, undefined, 1)}\n`);
  writeFileSync(join(folder, 'report.md'), markdown(run, plots));
}
