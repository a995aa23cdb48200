/** The columns of sides that were measured in turn. */
export const COLUMNS = ['', 'req/s', 'p50 ms', 'p99 ms', 'CPU ms/req', 'router', 'subgraphs', 'PostgreSQL', 'req/CPU s', 'to the first', 'errors'];

/**
 * @param {import('../duel.js').Measured} side
 * @param {import('../duel.js').Measured} first what it is compared with
 * @returns {(string | number)[]}
 */
export function row(side, first) {
  const { router = 0, subgraphs = 0, postgres = 0 } = side.cpu;
  const times = `${(side.perCpuSecond / first.perCpuSecond).toFixed(2)}×`;
  return [
    side.name,
    side.rate.toFixed(0),
    side.p50.toFixed(1),
    side.p99.toFixed(1),
    side.cpuTotal.toFixed(2),
    router.toFixed(2),
    subgraphs.toFixed(2),
    postgres.toFixed(2),
    side.perCpuSecond.toFixed(0),
    times,
    side.errors,
  ];
}
