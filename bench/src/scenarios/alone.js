import { duel } from '../duel.js';
import { COLUMNS, row } from '../report/columns.js';

/**
 * Measures several kinds of call of LifeOS in turn, through its router.
 *
 * @param {import('../bench.js').Bench} bench
 * @param {Record<string, import('../load.js').Call[]>} kinds calls by the name of their row
 * @param {Partial<import('../duel.js').Pace>} [pace]
 */
export async function alone(bench, kinds, pace = {}) {
  await bench.withoutPeer();
  const { url } = bench.platform.part('router');
  const sides = Object.entries(kinds).map(([name, calls]) => ({ name, url, calls, groups: bench.platform.groups }));
  const measured = await duel(sides, { ...bench.pace, ...pace }, bench.log);
  const [first] = measured;
  if (!first) throw new Error('Nothing was measured.');
  return {
    measured,
    columns: COLUMNS,
    rows: measured.map((side) => row(side, first)),
    failures: measured.flatMap(({ name, firstError }) => (firstError ? [`${name} answered with an error: ${firstError}`] : [])),
  };
}
