import { BASE_OPTIONS, earlierOf } from '../baseline.js';
import { compose } from '../composition.js';
import { compare } from '../diff/index.js';
import { EXIT, Failure } from '../problem.js';
import { PROPOSAL_OPTIONS, proposedSubgraphs } from '../proposal.js';
import { notComposed } from './check.js';

const SEVERITY = /** @type {const} */ ({ BREAKING: 'error', DANGEROUS: 'warning', SAFE: 'note' });

/** @type {import('../main.js').Command} */
export const diffCommand = {
  synopsis: '[--base REF | --registry DIR] [--subgraph NAME --schema FILE... [--url URL]]',
  description: 'Lists what changed: breaking, dangerous and safe; it judges nothing and ends with 0.',
  options: { ...BASE_OPTIONS, ...PROPOSAL_OPTIONS },
  async run(context) {
    const earlier = earlierOf(context);
    const subgraphs = proposedSubgraphs(context, earlier);
    const composed = compose(subgraphs);
    if (!composed.ok) return { ...notComposed(composed.problems, 'The subgraphs do not compose.'), command: 'diff' };
    const baseline = earlier?.baseline();
    if (!baseline) throw new Failure('There is no earlier supergraph to compare with: name one by --base or --registry.');
    const changes = await compare(baseline, { subgraphs, ...composed });
    const findings = changes.map(({ id, level, ...change }) => ({ ...change, severity: SEVERITY[level], change: id }));
    const summary = `${changes.length} changes since ${baseline.name.slice(0, 12)}.`;
    return { command: 'diff', findings, summary, exitCode: EXIT.ok, data: { base: baseline.name, changes } };
  },
};
