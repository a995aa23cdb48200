import { duel, ratios } from '../duel.js';
import { COLUMNS, row } from '../report/columns.js';
import { ENTITIES } from './documents.js';

const PEOPLE_AT_ONCE = 50;
const CALLS = 64;
const CONNECTIONS = 4;

/** @type {import('./index.js').Scenario} */
export const entities = {
  name: 'entities',
  title: 'The dashboard of fifty people in one request',
  run: fiftyPeople,
};

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function fiftyPeople(bench) {
  const peer = await bench.peer();
  const token = await bench.people.serviceToken();
  const measured = [];
  const notes = [];
  const rows = [];
  for (const [subgraph, query] of Object.entries(ENTITIES)) {
    const calls = Array.from({ length: CALLS }, (_, index) => ({ query, token, variables: { people: representations(bench, index) } }));
    const { pid, url } = bench.platform.part(subgraph);
    const postgres = bench.platform.groups.postgres;
    const sides = [
      { name: `LifeOS ${subgraph}`, url, calls, groups: { subgraphs: [pid], postgres } },
      { name: `NestJS ${subgraph}`, url: peer.subgraphs[subgraph] ?? '', calls, groups: { subgraphs: [peer.pids[subgraph] ?? 0], postgres } },
    ];
    const found = await duel(sides, { ...bench.pace, connections: CONNECTIONS }, bench.log);
    const [ours, theirs] = found;
    if (!ours || !theirs) throw new Error('Nothing was measured.');
    const ratio = ratios(ours, theirs);
    notes.push(`${subgraph}, requests per CPU second, LifeOS to NestJS: ${ratio.least.toFixed(2)}, ${ratio.median.toFixed(2)}, ${ratio.most.toFixed(2)} (least, median, most).`);
    notes.push(...found.flatMap(({ name, firstError }) => (firstError ? [`${name} answered with an error: ${firstError}`] : [])));
    rows.push(...found.map((side) => row(side, ours)));
    measured.push(...found);
  }
  return {
    about: `One request straight to a subgraph, as the router sends it for a list of ${PEOPLE_AT_ONCE} people, ${CONNECTIONS} connections: where each person costs a statement of their own, it shows here.`,
    columns: COLUMNS,
    rows,
    notes,
    goals: [],
    measured,
  };
}

/**
 * @param {import('../bench.js').Bench} bench
 * @param {number} index
 */
function representations({ people: { people } }, index) {
  const from = (index * PEOPLE_AT_ONCE) % (people.length - PEOPLE_AT_ONCE);
  return people.slice(from, from + PEOPLE_AT_ONCE).map(({ id }) => ({ __typename: 'User', id }));
}
