import { duel, ratios } from '../duel.js';
import { COLUMNS, row } from '../report/columns.js';
import { DASHBOARD, FULL_DASHBOARD } from './documents.js';

const PEOPLE = 960;

/** @type {import('./index.js').Scenario} */
export const dashboard = {
  name: 'dashboard',
  title: 'The dashboard',
  run: (bench) => beside(bench, DASHBOARD, 'The query of the README: ten vitals, ten transactions, five courses, five notifications.'),
};

/** @type {import('./index.js').Scenario} */
export const fullDashboard = {
  name: 'dashboard-full',
  title: 'The dashboard of a large screen',
  run: (bench) => beside(bench, FULL_DASHBOARD, '50 vitals, 50 transactions, 10 courses, 20 notifications, with ids, cursors and page information.'),
};

/**
 * @param {import('../bench.js').Bench} bench
 * @param {string} query
 * @param {string} about
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function beside(bench, query, about) {
  const peer = await bench.peer();
  const people = await bench.people.signedIn(PEOPLE);
  const calls = people.map(({ accessToken }) => ({ query, token: accessToken }));
  const sides = [
    { name: 'LifeOS', url: bench.platform.part('router').url, calls, groups: bench.platform.groups },
    { name: 'NestJS', url: peer.url, calls, groups: peer.groups },
  ];
  const measured = await duel(sides, bench.pace, bench.log);
  const [ours, theirs] = measured;
  if (!ours || !theirs) throw new Error('Nothing was measured.');
  const ratio = ratios(ours, theirs);
  return {
    about: `${about} Through Apollo Router, ${bench.pace.connections} connections, ${PEOPLE} people in turn, each with a token of their own.`,
    columns: COLUMNS,
    rows: measured.map((side) => row(side, ours)),
    notes: [
      `Requests per CPU second, LifeOS to NestJS, round by round: ${ratio.least.toFixed(2)}, ${ratio.median.toFixed(2)}, ${ratio.most.toFixed(2)} (least, median, most).`,
      ...measured.flatMap(({ name, firstError }) => (firstError ? [`${name} answered with an error: ${firstError}`] : [])),
    ],
    goals: [
      { goal: 'three times the requests per CPU second of the NestJS peer', value: `${ratio.median.toFixed(2)} times`, reached: ratio.median >= 3 },
      { goal: 'p99 no worse than the peer’s', value: `${ours.p99.toFixed(1)} ms to ${theirs.p99.toFixed(1)} ms`, reached: ours.p99 <= theirs.p99 },
    ],
    measured,
  };
}
