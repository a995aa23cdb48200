import { readdirSync, readFileSync } from 'node:fs';

/** How many clock ticks of /proc/PID/stat make a second; fixed at 100 for programs on Linux (proc(5), getconf CLK_TCK). */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

/**
 * @typedef {object} Process
 * @property {number} pid
 * @property {number} parent
 * @property {number} cpuSeconds user and system time of itself and of the children that it has waited for
 * @property {number} residentBytes
 */

/** @returns {Process[]} every process of this machine */
function all() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => one(pid) ?? []);
}

/**
 * @param {string} pid
 * @returns {Process | undefined} nothing where it has just ended
 */
function one(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
    const [, parent = 0, , , , , , , , , , user = 0, system = 0, childUser = 0, childSystem = 0] = fields;
    const cpuSeconds = (user + system + childUser + childSystem) / TICKS_PER_SECOND;
    return { pid: Number(pid), parent, cpuSeconds, residentBytes: (fields[21] ?? 0) * PAGE_BYTES };
  } catch {
    return undefined;
  }
}

/**
 * @param {number[]} roots
 * @returns {Process[]} those processes and all that descend from them
 */
function family(roots) {
  const processes = all();
  const wanted = new Set(roots);
  // A child may stand before its parent, where numbers have wrapped.
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    processes.filter(({ parent }) => wanted.has(parent)).forEach(({ pid }) => wanted.add(pid));
  }
  return processes.filter(({ pid }) => wanted.has(pid));
}

/** @typedef {Record<string, number[]>} Groups process ids by what they are a part of */

/**
 * The CPU time that each group has used so far; the difference of two is what lay between.
 *
 * @param {Groups} groups
 * @returns {Record<string, number>} seconds
 */
export function cpuSeconds(groups) {
  return eachGroup(groups, ({ cpuSeconds: seconds }) => seconds);
}

/**
 * The memory that each group holds. Shared memory counts for each process that has touched it.
 *
 * @param {Groups} groups
 * @returns {Record<string, number>} bytes
 */
export function residentBytes(groups) {
  return eachGroup(groups, ({ residentBytes: bytes }) => bytes);
}

/**
 * @param {Groups} groups
 * @param {(process: Process) => number} figure
 */
function eachGroup(groups, figure) {
  return Object.fromEntries(
    Object.entries(groups).map(([name, pids]) => [name, family(pids).reduce((sum, process) => sum + figure(process), 0)]),
  );
}
