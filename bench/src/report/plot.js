import * as vega from 'vega';
import * as vegaLite from 'vega-lite';

const WIDTH = 560;
const PARTS = ['router', 'subgraphs', 'postgres'];

/**
 * CPU time per request as bars, one for each side, made up of its parts.
 *
 * @param {string} title
 * @param {{ scenario: string, measured: import('../duel.js').Measured[] }[]} results
 * @returns {Promise<string>} SVG
 */
export async function cpuPlot(title, results) {
  const values = results.flatMap(({ scenario, measured }) =>
    measured.flatMap(({ name, cpu }) => PARTS.map((part) => ({ scenario, side: name, part, milliseconds: cpu[part] ?? 0 }))),
  );
  const { spec } = vegaLite.compile({
    title,
    background: 'white',
    data: { values },
    width: WIDTH,
    height: { step: 26 },
    mark: 'bar',
    encoding: {
      row: { field: 'scenario', title: null, sort: null, header: { labelAngle: 0, labelAlign: 'left' } },
      y: { field: 'side', title: null, sort: null },
      x: { field: 'milliseconds', aggregate: 'sum', title: 'CPU milliseconds per request (shorter is better)' },
      color: { field: 'part', sort: PARTS, title: null, scale: { domain: PARTS, range: ['#4c78a8', '#f58518', '#54a24b'] } },
      order: { field: 'part' },
    },
  });
  return new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
}
