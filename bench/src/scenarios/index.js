import { allInOne } from './all-in-one.js';
import { check } from './check.js';
import { dashboard, fullDashboard } from './dashboard.js';
import { entities } from './entities.js';
import { fanOut } from './fan-out.js';
import { floor } from './floor.js';
import { ingest, ingestOne } from './ingest.js';
import { login } from './login.js';
import { pages, search } from './pages.js';
import { series } from './series.js';
import { settings } from './settings.js';
import { start } from './start.js';
import { storage } from './storage.js';

/**
 * @typedef {object} Goal
 * @property {string} goal
 * @property {string} value what was measured
 * @property {boolean} reached
 */

/**
 * @typedef {object} Outcome
 * @property {string} about what was done, in a sentence or two
 * @property {string[]} columns
 * @property {(string | number)[][]} rows
 * @property {string[]} notes
 * @property {Goal[]} goals
 * @property {unknown} [measured] every figure, for the JSON report
 */

/**
 * @typedef {object} Scenario
 * @property {string} name as in `./lifeos bench NAME`
 * @property {string} title
 * @property {(bench: import('../bench.js').Bench) => Promise<Outcome>} run
 */

/** In the order in which they run: those beside the peer first, then those without, the start last since it ends what runs. */
export const SCENARIOS = [
  dashboard,
  fullDashboard,
  allInOne(dashboard),
  allInOne(fullDashboard),
  entities,
  floor,
  allInOne(floor),
  series,
  pages,
  search,
  ingest,
  ingestOne,
  login,
  fanOut,
  storage,
  settings,
  check,
  start,
];
