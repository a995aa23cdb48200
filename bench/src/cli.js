#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Bench } from './bench.js';
import { facts } from './machine.js';
import { BENCH, ROOT } from './paths.js';
import { writeReport } from './report/index.js';
import { SCENARIOS } from './scenarios/index.js';

const USAGE = `usage: ./lifeos bench [SCENARIO...] [options]

Measures LifeOS on this machine beside a NestJS peer, on the same databases and behind the same router, and writes a report.
Nothing else should run meanwhile. Linux only: CPU time is read from /proc.

Scenarios (all where none is named):
${SCENARIOS.map(({ name, title }) => `  ${name.padEnd(16)} ${title}`).join('\n')}

  --size S|M|L          data: 1,000 people with 1 million vitals, 10,000 with 20 million, 50,000 with 50 million (default: S)
  --rounds N            of each side, in turn (default: 4)
  --seconds N           of each round (default: 10)
  --warm-up N           seconds of a stretch of warm-up; stretches go on until a side gets no cheaper (default: 30)
  --connections N       (default: 16)
  --seed N              of the data (default: 1)
  --home DIR            of the data, which stays for the next time (default: .lifeos/bench-SIZE)
  --out DIR             of the report (default: bench/results/SIZE); results of scenarios that are not run again stay in it`;

const { values, positionals } = parsed();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const size = /** @type {'S' | 'M' | 'L'} */ (values.size);
if (!['S', 'M', 'L'].includes(size)) wrong(`There is no size ${size}.`);
const unknown = positionals.find((word) => !SCENARIOS.some(({ name }) => name === word));
if (unknown) wrong(`There is no scenario ${unknown}.`);
if (process.platform !== 'linux') wrong('The bench reads CPU time from /proc, so it runs on Linux only.');

const options = {
  size,
  seed: number('seed'),
  home: resolve(values.home ?? join(ROOT, `.lifeos/bench-${size}`)),
  pace: { rounds: number('rounds'), seconds: number('seconds'), warmUpSeconds: number('warm-up'), connections: number('connections') },
};
const out = resolve(values.out ?? join(BENCH, 'results', size));
const bench = new Bench(options, (line) => console.log(`  ${line}`));
process.once('SIGINT', () => void bench.close().finally(() => process.exit(130)));

try {
  await bench.open();
  const wanted = SCENARIOS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  for (const { name, title, run } of wanted) {
    console.log(`${title} (${name})`);
    const found = facts(bench.platform);
    const result = { name, title, commit: found.commit, pace: options.pace, ...(await run(bench)) };
    await writeReport(out, { facts: found, size, results: merged(result) });
    result.goals.forEach(({ goal, value, reached }) => console.log(`  ${reached ? 'reached' : 'NOT reached'}: ${goal}: ${value}`));
  }
  console.log(`Report: ${join(out, 'report.md')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await bench.close();
}

/** @param {import('./report/markdown.js').Run['results'][number]} result */
function merged(result) {
  const file = join(out, 'results.json');
  const before = /** @type {import('./report/markdown.js').Run['results']} */ (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).results : []);
  return SCENARIOS.flatMap(({ name }) => (name === result.name ? [result] : before.filter((each) => each.name === name)));
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        size: { type: 'string', default: 'S' },
        rounds: { type: 'string', default: '4' },
        seconds: { type: 'string', default: '10' },
        'warm-up': { type: 'string', default: '30' },
        connections: { type: 'string', default: '16' },
        seed: { type: 'string', default: '1' },
        home: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {'seed' | 'rounds' | 'seconds' | 'warm-up' | 'connections'} name
 * @returns {number}
 */
function number(name) {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 1) wrong(`--${name} is a whole number from 1 on, not ${values[name]}.`);
  return value;
}

/**
 * @param {string} why
 * @returns {never}
 */
function wrong(why) {
  console.error(`${why}\n\n${USAGE}`);
  process.exit(2);
}
