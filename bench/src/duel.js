import { histogram, send } from './load.js';
import { cpuSeconds, residentBytes } from './processes.js';

/** A side is warm when stretches in a row took no less than this part of the CPU time of the one that was clearly the cheapest. */
const STEADY = 0.97;
/** One stretch alone says little: a virtual machine that compiles anew what it had guessed wrongly gets dearer before it gets cheaper. */
const STRETCHES_IN_A_ROW = 3;
const MOST_STRETCHES = 40;

/**
 * @typedef {object} Side
 * @property {string} name
 * @property {string} url
 * @property {import('./load.js').Call[]} calls
 * @property {import('./processes.js').Groups} groups whose CPU time a request of this side takes
 */

/**
 * @typedef {object} Pace
 * @property {number} rounds
 * @property {number} seconds of each round
 * @property {number} warmUpSeconds of each stretch of warm-up, until a side takes no less CPU from one to the next
 * @property {number} connections
 */

/**
 * @typedef {object} Round
 * @property {number} requests
 * @property {number} errors
 * @property {number} seconds
 * @property {Record<string, number>} cpu milliseconds per request, by group
 * @property {number} cpuTotal milliseconds per request
 * @property {number} perCpuSecond requests
 */

/**
 * @typedef {object} Measured
 * @property {string} name
 * @property {number} rate requests per second, the median of the rounds
 * @property {number} p50 milliseconds, over all rounds
 * @property {number} p99 milliseconds, over all rounds
 * @property {Record<string, number>} cpu milliseconds per request, by group, over all rounds
 * @property {number} cpuTotal milliseconds per request, over all rounds
 * @property {number} perCpuSecond requests, over all rounds
 * @property {number} requests
 * @property {number} errors
 * @property {string | undefined} firstError
 * @property {Record<string, number>} residentMegabytes by group, after the last round
 * @property {Round[]} rounds
 */

/**
 * Measures sides in turn, A B A B, so that what changes on the machine meanwhile touches all of them.
 *
 * @param {Side[]} sides
 * @param {Pace} pace
 * @param {(line: string) => void} log
 * @returns {Promise<Measured[]>}
 */
export async function duel(sides, { rounds, seconds, warmUpSeconds, connections }, log) {
  for (const side of sides) await warmUp(side, warmUpSeconds, connections, log);
  // What is kept for minutes, such as verified tokens, has ended for the first while the last warmed up.
  for (const side of sides) await one(side, seconds, connections);
  const runs = sides.map((side) => ({ side, rounds: /** @type {Round[]} */ ([]), latency: histogram(), firstError: '' }));
  for (let round = 1; round <= rounds; round++) {
    for (const run of runs) {
      const { measured, latency, firstError } = await one(run.side, seconds, connections);
      run.rounds.push(measured);
      run.latency.add(latency);
      run.firstError ||= firstError ?? '';
      log(`round ${round} ${run.side.name}: ${line(measured)}`);
    }
  }
  return runs.map(({ side, rounds: each, latency, firstError }) => summary(side, each, latency, firstError));
}

/**
 * Five virtual machines on two processors take minutes until all that is hot is compiled; a fixed time would measure the compiler.
 *
 * @param {Side} side
 * @param {number} seconds
 * @param {number} connections
 * @param {(line: string) => void} log
 */
async function warmUp(side, seconds, connections, log) {
  let cheapest = { stretch: 0, cpu: Infinity };
  for (let stretch = 1; stretch <= MOST_STRETCHES && stretch - cheapest.stretch <= STRETCHES_IN_A_ROW; stretch++) {
    const { measured, firstError } = await one(side, seconds, connections);
    log(`warm-up ${stretch} ${side.name}: ${line(measured)}${firstError ? `, the first: ${firstError}` : ''}`);
    if (measured.cpuTotal < cheapest.cpu * STEADY) cheapest = { stretch, cpu: measured.cpuTotal };
  }
}

/**
 * @param {Side} side
 * @param {number} seconds
 * @param {number} connections
 */
async function one({ url, calls, groups }, seconds, connections) {
  const before = cpuSeconds(groups);
  const answered = await send({ url, calls, connections, seconds });
  const after = cpuSeconds(groups);
  const { requests, errors, latency, firstError } = answered;
  const cpu = Object.fromEntries(
    Object.keys(groups).map((name) => [name, (1000 * ((after[name] ?? 0) - (before[name] ?? 0))) / Math.max(1, requests)]),
  );
  return { measured: { requests, errors, seconds: answered.seconds, cpu, ...totals(cpu) }, latency, firstError };
}

/** @param {Record<string, number>} cpu */
function totals(cpu) {
  const cpuTotal = Object.values(cpu).reduce((sum, each) => sum + each, 0);
  return { cpuTotal, perCpuSecond: 1000 / cpuTotal };
}

/**
 * @param {Side} side
 * @param {Round[]} rounds
 * @param {import('hdr-histogram-js').Histogram} latency
 * @param {string} firstError
 * @returns {Measured}
 */
function summary({ name, groups }, rounds, latency, firstError) {
  const sum = (/** @type {(round: Round) => number} */ figure) => rounds.reduce((total, round) => total + figure(round), 0);
  const requests = sum((round) => round.requests);
  const cpu = Object.fromEntries(
    Object.keys(groups).map((group) => [group, sum((round) => (round.cpu[group] ?? 0) * round.requests) / Math.max(1, requests)]),
  );
  const resident = Object.entries(residentBytes(groups)).map(([group, bytes]) => [group, bytes / 2 ** 20]);
  return {
    name,
    rate: median(rounds.map((round) => round.requests / round.seconds)),
    p50: latency.getValueAtPercentile(50) / 1000,
    p99: latency.getValueAtPercentile(99) / 1000,
    cpu,
    ...totals(cpu),
    requests,
    errors: sum((round) => round.errors),
    firstError: firstError || undefined,
    residentMegabytes: Object.fromEntries(resident),
    rounds,
  };
}

/**
 * @param {Measured} one
 * @param {Measured} other
 * @returns {{ least: number, median: number, most: number }} how often more requests one answers per CPU second, round by round
 */
export function ratios(one, other) {
  const each = one.rounds.map((round, index) => round.perCpuSecond / (other.rounds[index]?.perCpuSecond ?? NaN));
  return { least: Math.min(...each), median: median(each), most: Math.max(...each) };
}

/**
 * @param {number[]} values
 * @returns {number}
 */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** @param {Round} round */
function line({ requests, errors, seconds, cpuTotal, cpu }) {
  const parts = Object.entries(cpu).map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(2)}`);
  return `${(requests / seconds).toFixed(0)} req/s, ${cpuTotal.toFixed(2)} ms CPU each (${parts.join(', ')}), ${errors} errors`;
}
